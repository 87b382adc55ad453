import { ITEMS_MAX } from '@houvast/rules/plan/plan-item'
import { beforeEach, describe, expect, test } from 'vitest'
import { addItem, changeItem, moveItem, planItems, removeItem, thingsOf } from './plan-model.ts'

beforeEach(() => planItems.replace([]))

describe('my plan', () => {
  test('[V8] one thing too many is refused, and what stands there stays', () => {
    planItems.replace(
      Array.from(
        { length: ITEMS_MAX },
        (_, at) => ({ id: `${at}`, step: 'alone', text: `ding ${at}`, place: at }) as const,
      ),
    )

    expect(addItem('alone', { text: 'nog iets' })).toBeUndefined()
    expect(planItems.items.value).toHaveLength(ITEMS_MAX)
    removeItem('7')
    expect(addItem('alone', { text: 'nog iets' })).toBeDefined()
  })

  test('[V3] what is new comes last, and moving changes only what is moved', () => {
    for (const text of ['a', 'b', 'c']) addItem('alone', { text })
    const [first, second, third] = thingsOf('alone')
    moveItem(third?.id ?? '', -1)

    expect(thingsOf('alone').map(({ text }) => text)).toEqual(['a', 'c', 'b'])
    expect(planItems.find(first?.id ?? '')).toBe(first)
    expect(planItems.find(second?.id ?? '')).toBe(second)
  })

  test('two changes to one thing at the same moment both count', () => {
    const item = addItem('alone', { text: 'wandelen' })
    changeItem(item?.id ?? '', { text: 'wandelen met An' })
    changeItem(item?.id ?? '', { likely: 'likely' })

    expect(planItems.items.value[0]).toMatchObject({ text: 'wandelen met An', likely: 'likely' })
  })
})
