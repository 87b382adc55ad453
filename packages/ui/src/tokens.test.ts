import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Palette = ReadonlyMap<string, string>

/** The colours of one block of the style sheet; what a block does not name it takes from the one before. */
function palette(media: string, under: Palette = new Map()): Palette {
  const start = media ? css.indexOf(`@media ${media} {`) : css.indexOf(':root')
  const block = css.slice(start, css.indexOf('}', css.indexOf(':root', start)))
  const named = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(
    ([, name = '', hex = '']) => [name, hex] as const,
  )
  return new Map([...under, ...named])
}

const light = palette('')
const dark = palette('(prefers-color-scheme: dark)', light)
const palettes: readonly (readonly [string, Palette])[] = [
  ['light', light],
  ['dark', dark],
  ['light, more contrast', palette('(prefers-contrast: more)', light)],
  ['dark, more contrast', palette('(prefers-contrast: more) and (prefers-color-scheme: dark)', dark)],
]

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each(palettes)('the colours: %s', (_, colours) => {
  const of = (name: string) => colours.get(name) ?? '#000000'

  test.each(
    ['ink', 'ink-soft', 'primary', 'accent'].flatMap((text) =>
      ['paper', 'surface', 'sunken', 'primary-soft', 'accent-soft'].map((ground) => [text, ground] as const),
    ),
  )('%s on %s can be read by tired eyes (7:1)', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7)
  })

  test.each(['primary', 'primary-strong'])('words on a %s button can be read (7:1)', (ground) => {
    expect(contrast(of('on-primary'), of(ground))).toBeGreaterThanOrEqual(7)
  })

  test.each(['paper', 'surface', 'sunken'])('the border of a control shows on %s (4.5:1)', (ground) => {
    expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
})

test('the measure is the one of the guidelines', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
