import type { PlanItem } from '@houvast/rules/plan/plan-item'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addThing,
  bringIn,
  createLiveDoc,
  difference,
  isWhole,
  type LiveThing,
  removeThing,
  stateOf,
  takeIn,
  thingsIn,
  writeThing,
} from './live-doc.ts'

const thing = (id: string, text: string): LiveThing => ({ id, step: 'alone', text, place: 1, who: '' })
const texts = (doc: ReturnType<typeof createLiveDoc>) => thingsIn(doc).map(({ text }) => text)
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function two() {
  const a = createLiveDoc()
  addThing(a, thing('x', 'een wandeling maken'))
  const b = createLiveDoc(stateOf(a))
  return { a, b }
}

function meet(...docs: readonly ReturnType<typeof createLiveDoc>[]) {
  const states = docs.map(stateOf)
  for (const doc of docs) for (const state of states) takeIn(doc, state)
}

describe('a plan that two people edit', () => {
  test('[K9] two who write in one sentence at the same moment keep each other’s words', () => {
    const { a, b } = two()
    writeThing(a, 'x', 'elke dag een wandeling maken')
    writeThing(b, 'x', 'een wandeling maken met Blackie')
    meet(a, b)
    expect(texts(a)).toEqual(['elke dag een wandeling maken met Blackie'])
    expect(texts(b)).toEqual(texts(a))
  })

  test('[K9] what was erased is in no state any more, neither a letter nor a whole thing', () => {
    const { a, b } = two()
    writeThing(a, 'x', 'een wandeling maken en KANARIE zien')
    addThing(a, thing('y', 'PAPEGAAI'))
    meet(a, b)
    expect(asText(stateOf(b))).toMatch(/KANARIE/)
    writeThing(a, 'x', 'een wandeling maken')
    removeThing(b, 'y')
    meet(a, b)
    for (const doc of [a, b]) expect(asText(stateOf(doc))).not.toMatch(/KANARIE|PAPEGAAI/)
  })

  test('[K9] whatever each did alone, in the end both see the same', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            by: fc.boolean(),
            at: fc.constantFrom('x', 'y', 'z'),
            text: fc.string({ maxLength: 20 }),
            meets: fc.boolean(),
          }),
        ),
        (steps) => {
          const { a, b } = two()
          for (const { by, at, text, meets } of steps) {
            const doc = by ? a : b
            if (text.length % 7 === 3) removeThing(doc, at)
            else if (thingsIn(doc).some(({ id }) => id === at)) writeThing(doc, at, text)
            else addThing(doc, thing(at, text))
            if (meets) meet(a, b)
          }
          meet(a, b)
          expect(thingsIn(a)).toEqual(thingsIn(b))
          expect(isWhole(a, stateOf(b))).toBe(true)
        },
      ),
    ))

  test('a state that lacks something is known as one, also when only an erasure is lacking', () => {
    const { a, b } = two()
    const before = stateOf(a)
    expect(isWhole(a, stateOf(b))).toBe(true)
    removeThing(a, 'x')
    expect(isWhole(a, before)).toBe(false)
  })

  test('what was changed in the own plan meanwhile comes in, and what was removed goes', () => {
    const { a } = two()
    addThing(a, thing('y', 'lezen'))
    const own: PlanItem[] = [
      { id: 'x', step: 'alone', text: 'een lange wandeling maken', place: 1 },
      { id: 'z', step: 'ask-help', text: '', place: 1, contact: 'zus' },
      { id: 'leeg', step: 'alone', text: ' ', place: 9 },
    ]
    bringIn(a, own, () => 'Mijn zus')
    expect(thingsIn(a).map(({ text, who }) => text || who)).toEqual(['een lange wandeling maken', 'Mijn zus'])
  })

  test('what is no plan is passed over', () => {
    const { a } = two()
    a.getMap('things').set('slecht', 'geen kaart')
    a.getMap('things').set('__proto__', 1)
    expect(texts(a)).toEqual(['een wandeling maken'])
  })

  test.each([
    ['abc', 'abXc', { at: 2, removed: 0, added: 'X' }],
    ['aaa', 'aa', { at: 2, removed: 1, added: '' }],
    ['', 'x', { at: 0, removed: 0, added: 'x' }],
    ['one two', 'one 2', { at: 4, removed: 3, added: '2' }],
  ])('from «%s» to «%s» only what differs changes', (now, next, change) => {
    expect(difference(now, next)).toEqual(change)
  })
})
