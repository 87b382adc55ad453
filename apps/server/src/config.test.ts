import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoMark, readConfig } from './config.ts'

const missing = join(mkdtempSync(join(tmpdir(), 'houvast-config-')), 'data')

function configOf(env: Record<string, string>) {
  const read = readConfig({ DATA_DIR: missing, ...env })
  if (!read.ok) throw new Error(JSON.stringify(read.why))
  return read.value
}

describe('the environment', () => {
  test('may be empty: then it serves on 8080 with a database of its own', () => {
    expect(configOf({})).toMatchObject({ host: '0.0.0.0', port: 8080, databaseUrl: undefined, natsUrl: undefined })
  })

  test('may hold empty variables, as a compose file leaves them', () => {
    expect(configOf({ PORT: '', DATABASE_URL: ' ', DEMO: '' }).port).toBe(8080)
  })

  test('is read once and cannot be changed afterwards', () => {
    expect(Object.isFrozen(configOf({}))).toBe(true)
  })

  test.each([
    ['HOST', 'not a host'],
    ['HOST', 'a/b'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '8080x'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
    ['NATS_URL', 'http://localhost'],
    ['DEMO', 'maybe'],
    ['SEEKER_ORIGIN', 'praten.example'],
    ['SEEKER_ORIGIN', 'https://praten.example/'],
    ['DESK_ORIGIN', 'https://desk.example/desk'],
    ['MOLLIE_KEY', 'live'],
    ['MOLLIE_API', 'http://mollie.example/v2/'],
    ['MOLLIE_API', 'http://127.0.0.1.example/v2/'],
  ])('with %s=%s is refused with the variable’s name', (variable, wrong) => {
    const read = readConfig({ DATABASE_URL: 'postgres://localhost/x', [variable]: wrong })

    expect(read.ok).toBe(false)
    if (!read.ok) {
      expect(read.why.map((why) => why.variable)).toEqual([variable])
      expect(read.why[0]?.sentence).toContain(variable)
    }
  })

  test('that is wrong in several places is told all of them at once', () => {
    const read = readConfig({ PORT: 'x', DEMO: 'x', DESK_ORIGIN: 'x' })

    expect(read.ok ? [] : read.why.map(({ variable }) => variable)).toEqual(['PORT', 'DEMO', 'DESK_ORIGIN'])
  })

  test('with a bus between processes needs a database that they share', () => {
    const read = readConfig({ NATS_URL: 'nats://localhost' })

    expect(read.ok ? [] : read.why.map(({ variable }) => variable)).toEqual(['NATS_URL'])
  })

  test('never shows a password back', () => {
    const read = readConfig({
      DATABASE_URL: 'postgrs://houvast:hunter2@db/x',
      NATS_URL: 'http://a:hunter2@b',
      MOLLIE_KEY: 'hunter2',
    })

    expect(read.ok).toBe(false)
    expect(JSON.stringify(read)).not.toContain('hunter2')
  })
})

describe('the demonstration', () => {
  test.each([
    ['1', true],
    ['on', true],
    ['true', true],
    ['0', false],
    ['off', false],
    ['false', false],
  ])('DEMO=%s is %s', (value, isOn) => {
    expect(configOf({ DEMO: value }).demo).toBe(isOn)
  })

  test('shows itself to who starts it for the first time, without a word', () => {
    expect(configOf({}).demo).toBe(true)
  })

  test('never stands on a database of somebody’s own by itself', () => {
    expect(configOf({ DATABASE_URL: 'postgres://localhost/x' }).demo).toBe(false)
    expect(configOf({ DATA_DIR: tmpdir() }).demo).toBe(false)
  })

  test('a folder that holds the demonstration stays one at the next start; any other folder is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'houvast-config-'))
    expect(configOf({ DATA_DIR: folder }).demo).toBe(false)

    writeFileSync(demoMark(folder), '')

    expect(configOf({ DATA_DIR: folder }).demo).toBe(true)
    expect(configOf({ DATA_DIR: folder, DEMO: 'off' }).demo).toBe(false)
  })
})
