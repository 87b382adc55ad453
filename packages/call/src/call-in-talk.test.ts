import type { Heard, MemberView } from '@houvast/sealed/heard'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CallInTalk, createCallInTalk } from './call-in-talk.ts'
import { type CallSignal, readSignal, writeSignal } from './call-signal.ts'
import { Connection } from './testing/connection.ts'

const sdp = 'a=fingerprint:sha-256 BB'
const seeker: MemberView = { role: 'seeker', kid: 'me' as never }
const lotte: MemberView = { role: 'helper', kid: 'lotte' as never, name: 'Lotte' }
const karim: MemberView = { role: 'reader', kid: 'karim' as never, name: 'Karim' }

describe('the sound and picture of a seeker', () => {
  let opened: Connection[]
  let said: CallSignal[]
  let log: Heard[]
  let call: CallInTalk
  beforeEach(() => {
    ;[opened, said, log] = [[], [], []]
    vi.stubGlobal('MediaStream', class {})
    vi.stubGlobal('RTCPeerConnection', function create() {
      const connection = new Connection()
      opened.push(connection)
      return connection
    })
    call = createCallInTalk({
      ...{ begins: false, myKid: 'me', isReachable: () => true, relays: async () => [], wordList: async () => [] },
      say: (text) => void readSignal(text).then((signal) => signal && said.push(signal)),
      onChange() {},
    })
    call.start({ heardUpTo: 0, isReturn: false })
  })
  afterEach(() => {
    call.end()
    vi.unstubAllGlobals()
  })

  async function hear(from: MemberView, signal: CallSignal, members: readonly MemberView[]) {
    const text = await writeSignal(signal)
    const seq = log.length + 1
    log.push({ kind: 'message', type: 'call', seq, epoch: 1, id: `${seq}`, n: seq, from, text } as Heard)
    call.hear({ heard: log, members })
  }
  const offer = (from: string): CallSignal => ({ kind: 'description', for: 'me', from, type: 'offer', sdp })
  const two = [seeker, lotte]
  const three = [seeker, lotte, karim]
  const answers = () => said.filter(({ kind }) => kind === 'description').map((one) => one.for)
  const ask: CallSignal = { kind: 'ask-third', third: 'karim', name: 'Karim' }
  const yes: CallSignal = { kind: 'third', third: 'karim', isWelcome: true }

  test('[Z9] go to nobody who was let in without a yes', async () => {
    await hear(lotte, offer('of lotte'), two)
    await hear(karim, offer('of karim'), three)
    await hear(lotte, ask, three)
    await hear(karim, offer('of karim again'), three)
    await vi.waitFor(() => expect(call.view.third?.is).toBe('asked'))
    await vi.waitFor(() => expect(answers()).toEqual(['lotte']))

    expect(opened).toHaveLength(1)
  })

  test('[Z9] go to who is welcome and in, and to nobody else who is in', async () => {
    const veerle: MemberView = { role: 'reader', kid: 'veerle' as never, name: 'Veerle' }
    await hear(lotte, ask, two)
    await hear(seeker, yes, two)
    await hear(veerle, offer('of veerle'), [...two, veerle])
    await hear(karim, offer('of karim'), [...three, veerle])
    await vi.waitFor(() => expect(answers()).toEqual(['karim']))
  })

  test('[Z9] go to nobody who bears another name than the one that was asked for', async () => {
    await hear(lotte, { ...ask, name: 'Veerle' } as CallSignal, two)
    await hear(seeker, yes, two)
    await hear(karim, offer('of karim'), three)
    await hear(lotte, offer('of lotte'), three)
    await vi.waitFor(() => expect(answers()).toEqual(['lotte']))
  })

  test('[Z9] go to them no more from the moment they are not welcome', async () => {
    await hear(lotte, ask, two)
    await hear(seeker, yes, two)
    await hear(karim, offer('of karim'), three)
    await vi.waitFor(() => expect(answers()).toEqual(['karim']))
    await hear(seeker, { ...yes, isWelcome: false }, three)
    await vi.waitFor(() => expect(opened.map(({ isClosed }) => isClosed)).toEqual([true]))
    await hear(karim, offer('of karim again'), three)
    await hear(lotte, offer('of lotte'), three)
    await vi.waitFor(() => expect(answers()).toEqual(['karim', 'lotte']))
  })

  test('[Z9] end at once when the yes is taken back, even when nobody can be told', async () => {
    await hear(lotte, ask, two)
    await hear(seeker, yes, two)
    await hear(karim, offer('of karim'), three)
    await vi.waitFor(() => expect(answers()).toEqual(['karim']))
    void call.answerThird(false)

    expect(opened[0]?.isClosed).toBe(true)
    expect(call.view.third?.is).toBe('refused')
  })

  test('[Z9] end when who was let in has left', async () => {
    await hear(lotte, ask, two)
    await hear(seeker, yes, two)
    await hear(karim, offer('of karim'), three)
    await vi.waitFor(() => expect(answers()).toEqual(['karim']))
    call.hear({ heard: log, members: two })
    await vi.waitFor(() => expect(opened[0]?.isClosed).toBe(true))
  })

  test('[Z10] wait without a word while who took the talk writes first, and begin when they do', async () => {
    await hear(lotte, { kind: 'not-yet' }, two)
    await vi.waitFor(() => expect(call.view.isNotYet).toBe(true))
    vi.useFakeTimers()
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect(said).toEqual([])

    await hear(lotte, offer('of lotte'), two)
    await vi.waitFor(() => expect(answers()).toEqual(['lotte']))
    expect(call.view.isNotYet).toBe(false)
  })
})
