import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { crisisAddress } from './crisis-address.ts'

const html = readFileSync(new URL('../public/crisis.html', import.meta.url), 'utf8')
const tokens = readFileSync(new URL('../../../packages/ui/src/tokens.css', import.meta.url), 'utf8')

const steps = [...html.matchAll(/<section class="step" id="([^"]+)" lang="(..)"[^>]*>([\s\S]*?)<\/section>/g)].map(
  ([, id = '', language = '', body = '']) => ({ id, language, body }),
)

/** All that is read on the screen of one step, buttons included, but for the choice of language. */
function wordsOf(body: string): readonly string[] {
  return body
    .replace(/<p class="tongues">[\s\S]*?<\/p>/, '')
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word))
}

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/href="tel:(\d+)"/g)].map(([, number = '']) => number)
}

describe('the crisis page', () => {
  test('has the same four steps in Dutch, English and French, Dutch first', () => {
    expect(steps.map(({ language }) => language)).toEqual(['nl', 'en', 'fr'].flatMap((one) => [one, one, one, one]))
  })

  test.each(steps.map(({ id, body }) => [id, body]))('step «%s» has at most 25 words', (_, body) => {
    expect(wordsOf(body).length).toBeLessThanOrEqual(25)
  })

  test('reaches 112, the police, the poison centre, 1813 and 106 in Dutch', () => {
    const dutch = steps.filter(({ language }) => language === 'nl').map(({ body }) => body)

    expect(new Set(numbersIn(dutch.join('')))).toEqual(new Set(['112', '101', '070245245', '1813', '106']))
  })

  test('begins in the language of the page someone comes from', () => {
    for (const language of ['en', 'fr'] as const) {
      const [, step] = crisisAddress[language].split('#')
      expect(steps.find(({ id }) => id === step)?.language).toBe(language)
    }
  })

  test('keeps 1813 and 112 in sight below every step', () => {
    const foot = /<footer>[\s\S]*<\/footer>/.exec(html)?.[0] ?? ''

    expect(numbersIn(foot)).toEqual(['1813', '112'])
  })

  test('leads from every step to another; there is no dead end', () => {
    const ids = steps.map(({ id }) => id)
    for (const { body } of steps) {
      const next = [...body.matchAll(/class="go go-on" href="#([^"]+)"/g)].map(([, id]) => id)
      expect(next).toHaveLength(1)
      expect(ids).toContain(next[0])
    }
  })

  test('can be served under a strict policy: one style element, no inline script, no handlers', () => {
    expect(html.match(/<style>/g)).toHaveLength(1)
    expect(html).not.toMatch(/<style [^>]/)
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son\w+=/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  })

  test('needs nothing else to be read: no style sheet, no font, no picture to wait for', () => {
    expect(html).not.toMatch(/rel="(stylesheet|preload|modulepreload)"|@import|url\(|<img/)
  })

  test('has the colours of the other pages', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    const colours = (css: string) =>
      [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => `${name} ${hex}`)

    expect(colours(style).length).toBe(16)
    expect(colours(tokens)).toEqual(expect.arrayContaining([...colours(style)]))
  })
})
