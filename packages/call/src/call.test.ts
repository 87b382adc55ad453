import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Call, type CallView } from './call.ts'
import { type Connecting, readSignal, writeSignal } from './call-signal.ts'
import { commitTo, createNonce } from './four-words.ts'
import { Connection } from './testing/connection.ts'

const sdp = 'a=fingerprint:sha-256 BB'

describe('a call', () => {
  let view: CallView | undefined
  let said: Connecting[]
  let connect: () => Promise<Connection>
  let calls: Call[]
  beforeEach(() => {
    vi.stubGlobal('MediaStream', class {})
    ;[view, said, calls] = [undefined, [], []]
    connect = async () => new Connection()
  })
  afterEach(() => {
    for (const call of calls) call.end()
    vi.unstubAllGlobals()
  })

  function callThat(begins: boolean): Call {
    const call = new Call({
      ...{ begins, myKid: 'me', otherKid: () => 'other' },
      createConnection: async () => (await connect()) as unknown as RTCPeerConnection,
      renew: async () => {},
      say: (text) => void readSignal(text).then((signal) => said.push(signal as Connecting)),
      isReachable: () => true,
      onChange: (next) => {
        view = next
      },
      wordList: async () => Array.from({ length: 1024 }, (_, at) => `word-${at}`),
      now: () => performance.now(),
    })
    calls.push(call)
    return call
  }
  const offer = async (commit: string) => writeSignal({ kind: 'description', from: 'them', type: 'offer', sdp, commit })
  const reveal = async (nonce: string) => writeSignal({ kind: 'reveal', from: 'them', to: mySession(), nonce })
  const mySession = () => said.findLast(({ kind }) => kind === 'description')?.from ?? ''

  test('[Z4] shows words when who began shows the number it committed to', async () => {
    const nonce = createNonce()
    const call = callThat(false)
    call.start()
    await call.hear(await offer(await commitTo(nonce)))
    await vi.waitFor(() => expect(mySession()).not.toBe(''))
    await call.hear(await reveal(nonce))

    expect(view?.words).toHaveLength(4)
  })

  test('[Z4] holds who began to its first commitment: a second one, made when our number was known, is forged', async () => {
    const [first, searched] = [createNonce(), createNonce()]
    const call = callThat(false)
    call.start()
    await call.hear(await offer(await commitTo(first)))
    await vi.waitFor(() => expect(mySession()).not.toBe(''))
    await call.hear(await offer(await commitTo(searched)))
    await call.hear(await reveal(searched))

    expect(view?.words).toBe('forged')
  })

  test('[Z4] a number that is shown before there was an answer counts for nothing', async () => {
    const nonce = createNonce()
    const call = callThat(false)
    call.start()
    await call.hear(await writeSignal({ kind: 'reveal', from: 'them', to: 'nobody', nonce }))
    await call.hear(await offer(await commitTo(nonce)))

    expect(view?.words).toBeUndefined()
  })

  test('[Z3] an offer for another page of ours is left alone', async () => {
    const call = callThat(false)
    call.start()
    await call.hear(await writeSignal({ kind: 'description', from: 'them', to: 'before', type: 'offer', sdp }))

    expect(call.connection).toBeUndefined()
  })

  test('[Z9] what is said to another is left alone, and what it says is for the other side only', async () => {
    const call = callThat(false)
    call.start()
    await call.hear(await writeSignal({ kind: 'description', for: 'somebody', from: 'them', type: 'offer', sdp }))
    expect(call.connection).toBeUndefined()

    await call.hear(await writeSignal({ kind: 'description', for: 'me', from: 'them', type: 'offer', sdp }))
    await vi.waitFor(() => expect(said.at(-1)).toMatchObject({ kind: 'description', type: 'answer', for: 'other' }))
  })

  test('[Z8] leaves no connection open when it ends before there was one', async () => {
    const connection = new Connection()
    let isReady = () => {}
    connect = () =>
      new Promise((resolve) => {
        isReady = () => resolve(connection)
      })
    const call = callThat(true)
    call.start()
    await Promise.resolve()
    call.end()
    isReady()
    await vi.waitFor(() => expect(connection.isClosed).toBe(true))

    expect(call.connection).toBeUndefined()
  })
})
