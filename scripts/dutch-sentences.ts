/** Every Dutch sentence that people can read: the catalogues, the directory and the static pages, each with where it stands. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Sentence = { readonly where: string; readonly text: string }

const root = fileURLToPath(new URL('..', import.meta.url))

export function dutchSentences(): readonly Sentence[] {
  return [...fromCatalogues(), ...fromDirectory(), ...fromPages()]
}

function fromCatalogues(): readonly Sentence[] {
  return globSync('{apps,packages}/*/src/**/messages/**/nl.json', { cwd: root }).flatMap((file) => {
    const catalogue = JSON.parse(read(file)) as Record<string, string>
    return Object.entries(catalogue).map(([key, text]) => ({ where: `${file} ${key}`, text }))
  })
}

/** The data files write their Dutch as `nl: '…'`. */
function fromDirectory(): readonly Sentence[] {
  return globSync('packages/directory/src/**/*.ts', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/\bnl: '([^']*)'/g)].map(([, text = '']) => ({ where: file, text })),
  )
}

function fromPages(): readonly Sentence[] {
  return globSync('apps/*/{*.html,public/*.html}', { cwd: root }).flatMap((file) => {
    const words = read(file)
      .replace(/<!--[\s\S]*?-->|<(style|script)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+lang="(?:en|fr)"[\s\S]*?<\/section>/g, ' ')
    return words
      .split(/<[^>]+>/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ where: file, text }))
  })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
