/** The house's arrows: who may use whom. package.json says it, sources keep to it, and this table is the plan. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/rules': [],
  'packages/sealed': [],
  'packages/i18n': [],
  'packages/protocol': ['rules'],
  'packages/directory': ['rules'],
  'packages/device-store': [],
  'packages/server-store': ['rules'],
  'packages/connection': ['protocol', 'rules', 'sealed'],
  'packages/relay': [],
  'packages/calendar': ['rules'],
  'packages/payments': ['rules'],
  'packages/call': ['sealed'],
  'packages/ui': [],
  'apps/server': ['calendar', 'payments', 'protocol', 'relay', 'rules', 'sealed', 'server-store'],
  'apps/seeker': ['call', 'connection', 'device-store', 'directory', 'i18n', 'protocol', 'rules', 'sealed', 'ui'],
  'apps/desk': ['call', 'connection', 'i18n', 'protocol', 'rules', 'sealed', 'ui'],
}

type Import = { readonly file: string; readonly from: string }

function importsOf(folder: string): readonly Import[] {
  const files = globSync('src/**/*.{ts,tsx,css}', { cwd: join(root, folder) })
  return files.flatMap((file) => {
    const text = readFileSync(join(root, folder, file), 'utf8')
    const found = text.matchAll(/(?:^(?:import|export)[^'"]*?|^@import |\bimport\()['"]([^'"]+)['"]/gm)
    return [...found].map(([, from]) => ({ file: join(folder, file), from: from as string }))
  })
}

const packageJson = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }

describe.each(Object.entries(arrows))('%s', (folder, allowed) => {
  test('uses only the packages it may', () => {
    const used = importsOf(folder)
      .filter(({ from }) => from.startsWith('@houvast/'))
      .filter(({ from }) => !allowed.includes(from.split('/')[1] as string))

    expect(used).toEqual([])
  })

  test('names in package.json what it uses, and nothing else of ours', () => {
    const named = Object.keys(packageJson(folder).dependencies ?? {}).filter((name) => name.startsWith('@houvast/'))
    const used = new Set(importsOf(folder).flatMap(({ from }) => /^@houvast\/[^/]+/.exec(from) ?? []))

    expect(named.toSorted()).toEqual([...used].toSorted())
  })

  test('reaches no file outside itself by a path', () => {
    const outside = importsOf(folder)
      .filter(({ from }) => from.startsWith('.'))
      .filter(({ file, from }) => relative(folder, join(dirname(file), from)).startsWith('..'))

    expect(outside).toEqual([])
  })
})

test('every room of the house stands in the table, and the other way round', () => {
  const rooms = globSync('{packages,apps}/*/package.json', { cwd: root }).map((file) => dirname(file))

  expect(rooms.toSorted()).toEqual(Object.keys(arrows).toSorted())
})

test('rules know no clock, no chance, no network and no files', () => {
  const files = globSync('packages/rules/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const impure = files.filter((file) =>
    /Date\.now|new Date\(\)|Math\.random|\bfetch\b|from 'node:|crypto\./.test(readFileSync(join(root, file), 'utf8')),
  )

  expect(files.length).toBeGreaterThan(10)
  expect(impure).toEqual([])
})

describe('every dependency', () => {
  const manifests = ['.', 'tests', 'bench', ...Object.keys(arrows)].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  )

  test.each(manifests)('of %s is pinned to one version', (folder) => {
    const { dependencies = {}, devDependencies = {} } = packageJson(folder)
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version))

    expect(loose).toEqual([])
  })
})
