import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '@houvast/rules/time'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openKeyring } from './keyring.ts'

describe('the keyring', () => {
  let folder: string
  let folders: string[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-keyring-'))
    folders = [join(folder, 'one'), join(folder, 'two')]
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('what is sealed opens again, also after a restart, and only in its own place', () => {
    const keyring = openKeyring(folders, 0)
    keyring.create('talk')
    const sealed = keyring.seal('talk', 'a wrap', 'place 1')

    const restarted = openKeyring(folders, 1)

    expect(restarted.open('talk', sealed, 'place 1')).toBe('a wrap')
    expect(restarted.open('talk', sealed, 'place 2')).toBeUndefined()
  })

  test('[C9] what was sealed under a destroyed key opens no more, whoever kept the sealed text', () => {
    const keyring = openKeyring(folders, 0)
    keyring.create('talk')
    const sealed = keyring.seal('talk', 'a wrap', '')

    keyring.destroy('talk')

    expect(keyring.open('talk', sealed, '')).toBeUndefined()
    keyring.create('talk')
    expect(keyring.open('talk', sealed, '')).toBeUndefined()
  })

  test('one lost folder costs nothing', () => {
    const keyring = openKeyring(folders, 0)
    keyring.create('talk')
    const sealed = keyring.seal('talk', 'a wrap', '')

    rmSync(folders[0] as string, { recursive: true })

    expect(openKeyring(folders, 1).open('talk', sealed, '')).toBe('a wrap')
  })

  test('a file of a destroyed key that was copied before opens with nothing two days later', () => {
    const keyring = openKeyring(folders, 0)
    keyring.create('talk')
    const keys = join(folders[0] as string, 'keys')
    const copied = readFileSync(join(keys, readdirSync(keys)[0] as string), 'utf8')
    const { master } = JSON.parse(copied) as { master: number }

    keyring.destroy('talk')
    keyring.rotate(DAY_MS)
    keyring.rotate(2 * DAY_MS)

    for (const one of folders) expect(readdirSync(join(one, 'masters'))).not.toContain(String(master))
  })

  test('keys stay good over many rotations, and there are never more than two masters', () => {
    const keyring = openKeyring(folders, 0)
    keyring.create('talk')
    const sealed = keyring.seal('talk', 'a wrap', '')

    for (let day = 1; day < 6; day++) keyring.rotate(day * DAY_MS)

    expect(keyring.open('talk', sealed, '')).toBe('a wrap')
    expect(readdirSync(join(folders[0] as string, 'masters'))).toHaveLength(2)
  })

  test('a process that starts later derives the same, and another purpose gives another', () => {
    const first = openKeyring(folders, 0).derive('tickets')

    expect(openKeyring(folders, 1).derive('tickets')).toEqual(first)
    expect(openKeyring(folders, 1).derive('work')).not.toEqual(first)
  })
})
