import { describe, expect, test } from 'vitest'
import { chosenLanguage, type Keep, keepLanguage } from './choose-language.ts'

function memory(): Keep {
  const values = new Map<string, string>()
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) }
}

const refusing: Keep = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
}

describe('choosing a language', () => {
  test('is Dutch until someone chooses', () => {
    expect(chosenLanguage(memory())).toBe('nl')
  })

  test('is remembered on this device', () => {
    const keep = memory()

    keepLanguage(keep, 'fr')

    expect(chosenLanguage(keep)).toBe('fr')
  })

  test('falls back to Dutch when what was kept is no language of ours', () => {
    const keep = memory()
    keep.setItem('houvast.language', 'tlh')

    expect(chosenLanguage(keep)).toBe('nl')
  })

  test('works in a browser that keeps nothing', () => {
    expect(() => keepLanguage(refusing, 'en')).not.toThrow()
    expect(chosenLanguage(refusing)).toBe('nl')
    expect(chosenLanguage(undefined)).toBe('nl')
  })
})
