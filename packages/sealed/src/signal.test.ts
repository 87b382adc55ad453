import { describe, expect, test } from 'vitest'
import { fromBase64Url, toBase64Url } from './bytes.ts'
import { createTalk, value } from './testing/helpline.ts'

describe('«is typing»', () => {
  test('is seen by the other side, with who it is', async () => {
    const talk = await createTalk()

    const signal = value(await talk.helper.sealSignal({ typing: true, tick: 1 }))

    expect(await talk.seeker.openSignal(signal)).toMatchObject({
      ok: true,
      value: { typing: true, from: { role: 'helper', name: 'Hanne' } },
    })
  })

  test('is as long as «is no longer typing», whatever the hour', async () => {
    const talk = await createTalk()
    const signals = [
      await talk.helper.sealSignal({ typing: true, tick: 1 }),
      await talk.helper.sealSignal({ typing: false, tick: Number.MAX_SAFE_INTEGER }),
    ]

    expect(new Set(signals.map((signal) => value(signal).length)).size).toBe(1)
  })

  test('is not believed twice, nor in another order', async () => {
    const talk = await createTalk()
    const first = value(await talk.helper.sealSignal({ typing: true, tick: 1 }))
    const second = value(await talk.helper.sealSignal({ typing: false, tick: 2 }))
    await talk.seeker.openSignal(second)

    expect(await talk.seeker.openSignal(second)).toMatchObject({ why: { reason: 'replayed' } })
    expect(await talk.seeker.openSignal(first)).toMatchObject({ why: { reason: 'replayed' } })
  })

  test('with any byte changed is refused', async () => {
    const talk = await createTalk()
    const bytes = fromBase64Url(value(await talk.helper.sealSignal({ typing: true, tick: 1 }))) as Uint8Array

    const heard = []
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte))
      heard.push((await talk.seeker.openSignal(toBase64Url(changed))).ok)
    }

    expect(heard.filter(Boolean)).toEqual([])
    expect((await talk.seeker.openSignal(toBase64Url(bytes))).ok).toBe(true)
  })

  test('from somebody who is not in the conversation, or of an earlier epoch, is refused', async () => {
    const talk = await createTalk()
    const other = await createTalk()
    const old = value(await talk.helper.sealSignal({ typing: true, tick: 1 }))
    const { commit, wraps } = value(await talk.helper.letReadAlong(talk.lead.member))
    talk.log.add('commit', commit, wraps)
    await talk.seeker.catchUp()

    const elsewhere = value(await other.helper.sealSignal({ typing: true, tick: 1 }))

    expect(await talk.seeker.openSignal(old)).toMatchObject({ why: { reason: 'wrong-epoch' } })
    expect(await talk.seeker.openSignal(elsewhere)).toMatchObject({ why: { reason: 'wrong-conversation' } })
  })
})
