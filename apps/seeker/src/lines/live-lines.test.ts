import { describe, expect, test } from 'vitest'
import { createLiveLines, GOOD_FOR_MS } from './live-lines.ts'

const awelOpen = JSON.stringify({
  lines: [{ id: 'awel', name: 'Awel', state: 'open', waiting: 2, estimateMinutes: 10 }],
})

function world(...answers: readonly (string | Error)[]) {
  const queue = [...answers]
  const time = { now: 1_000_000 }
  const model = createLiveLines({
    now: () => time.now,
    ask: async () => {
      const next = queue.shift() ?? new Error('nothing left to answer')
      if (next instanceof Error) throw next
      return next
    },
  })
  return { model, time }
}

describe('asking which lines are open', () => {
  test('shows what the lines say', async () => {
    const { model } = world(awelOpen)

    await model.refresh()

    expect(model.state.value).toMatchObject({ is: 'known' })
    expect(model.state.value.is === 'known' && model.state.value.byId.get('awel')).toMatchObject({
      name: 'Awel',
      state: 'open',
      waiting: 2,
      estimateMinutes: 10,
    })
  })

  test.each([
    ['the network is gone', new Error('offline')],
    ['the answer is not one of ours', '<html>maintenance</html>'],
    ['the answer is empty', ''],
    ['a state is one we do not know', '{"lines":[{"id":"awel","state":"maybe","waiting":0}]}'],
  ])('calls it unreachable when %s', async (_, answer) => {
    const { model } = world(answer)

    await model.refresh()

    expect(model.state.value).toEqual({ is: 'unreachable' })
  })

  test('keeps what it heard through one missed answer', async () => {
    const { model, time } = world(awelOpen, new Error('offline'))
    await model.refresh()

    time.now += GOOD_FOR_MS
    await model.refresh()

    expect(model.state.value).toMatchObject({ is: 'known' })
  })

  test('never shows an old «open» as if it were now', async () => {
    const { model, time } = world(awelOpen, new Error('offline'))
    await model.refresh()

    time.now += GOOD_FOR_MS + 1
    await model.refresh()

    expect(model.state.value).toEqual({ is: 'unreachable' })
  })

  test('finds its way back', async () => {
    const { model } = world(new Error('offline'), awelOpen)

    await model.refresh()
    await model.refresh()

    expect(model.state.value).toMatchObject({ is: 'known' })
  })
})
