import { findService } from '@houvast/directory/find-service'
import type { Channel } from '@houvast/directory/service'
import { expect, test } from 'vitest'
import { sayHours } from './say-hours.ts'

const words = { dayAndNight: 'dag en nacht', everyDay: 'elke dag' }

function hoursOf(id: string, by: Channel['by'], language: 'nl' | 'en' | 'fr' = 'nl') {
  const hours = findService(id)?.channels.find((channel) => channel.by === by)?.hours
  return hours && sayHours(hours.value, language, words)
}

test.each([
  ['caw', 'chat', 'ma–vr 11:00–17:00, 19:00–20:00'],
  ['tele-onthaal', 'phone', 'dag en nacht'],
  ['tele-onthaal', 'chat', 'ma, di, do–za 18:00–23:00; wo, zo 15:00–23:00'],
  ['clbchat', 'chat', 'ma, di, do 17:00–21:00; wo 14:00–21:00'],
  ['teleblok', 'chat', 'elke dag 18:00–23:00'],
  ['awel', 'chat', 'op weekavonden, zaterdag van 18 tot 22 uur'],
] as const)('%s by %s: «%s»', (id, by, sentence) => {
  expect(hoursOf(id, by)).toBe(sentence)
})

test('speaks the language of the page', () => {
  expect(hoursOf('clbchat', 'chat', 'fr')).toBe('lun, mar, jeu 17:00–21:00; mer 14:00–21:00')
})

test('says nothing where nobody knows', () => {
  expect(sayHours({ schedule: { kind: 'unknown' } }, 'nl', words)).toBeUndefined()
})
