/**
 * A call between two people: sound from the beginning, a picture when one wants, and a way back when the way between
 * them is lost. What they tell each other to find one another goes through the sealed conversation, so that it arrives
 * once, in order, and from nobody else; all sound and pictures go through a relay (Z1).
 */
import { BEAT_EVERY_MS, type Beat, readBeat, writeBeat } from './beat.ts'
import { type CallSignal, type Connecting, isConnecting, readSignal, writeSignal } from './call-signal.ts'
import { commitTo, createNonce, fourWords, isRevealed } from './four-words.ts'
import { type Health, heal } from './healing.ts'
import { Pair } from './pair.ts'
import { atFirst, nextQuality, type Quality, type QualityNow } from './quality.ts'
import { createSampler } from './sample-connection.ts'

export type Way = 'looking' | 'connected' | 'healing' | 'lost'

export type CallView = {
  readonly way: Way
  /** The other side's sound and picture, as one stream that stays the same while the call heals. */
  readonly stream: MediaStream | undefined
  readonly other: Beat | undefined
  readonly quality: Quality
  /** The same on both sides, or somebody sits between them; `forged`: the other side is not who it committed to be. */
  readonly words: readonly string[] | 'forged' | undefined
}

export const noCallYet: CallView = {
  way: 'looking',
  stream: undefined,
  other: undefined,
  quality: 'good',
  words: undefined,
}

export type CallPorts = {
  /** Who begins gives way to nobody; the other side gives way. One of each. */
  readonly begins: boolean
  /** With relays that are good now; relayed only. */
  readonly createConnection: () => Promise<RTCPeerConnection>
  /** What lets this connection into the relays may have run out. */
  readonly renew: (connection: RTCPeerConnection) => Promise<void>
  readonly say: (text: string) => void
  readonly myKid: string
  /** Once known: what is said is for them only, since a third may hear it too. */
  readonly otherKid: () => string | undefined
  /** Whether the server can be reached, so that saying something makes sense. */
  readonly isReachable: () => boolean
  readonly onChange: (view: CallView) => void
  readonly wordList: () => Promise<readonly string[]>
  readonly now: () => number
}

/** Figures are counted once a second. */
const LOOKS_PER_SAMPLE = 4

/** The other side begins within this, or is asked to. */
const BEGINS_WITHIN_MS = 1_500

export class Call {
  readonly #ports: CallPorts
  #pair: Pair | undefined
  #warm: Promise<RTCPeerConnection> | undefined
  #view = noCallYet
  #mine: Beat = { picture: 'none', isMuted: false }
  #tracks: { sound: MediaStreamTrack | null; picture: MediaStreamTrack | null } = { sound: null, picture: null }
  #health: Health = { is: 'well' }
  #lastHeard = 0
  #quality: QualityNow = atFirst
  #timer: ReturnType<typeof setInterval> | undefined
  #looks = 0
  #asks: ReturnType<typeof setTimeout> | undefined
  #isEnded = false
  #isHeld = false
  #turn: Promise<unknown> = Promise.resolve()
  #nonce = createNonce()
  /** As whom this side asked to be begun with. */
  #helloAs: string | undefined
  #theirs: { commit?: string; nonce?: string } = {}
  readonly #sample = createSampler()

  constructor(ports: CallPorts) {
    this.#ports = ports
  }

  get view() {
    return this.#view
  }

  /** The connection that is in use, for a look at its figures. */
  get connection() {
    return this.#pair?.connection
  }

  /** Before anybody answers: a connection that has its relayed addresses already. */
  warm() {
    this.#warm ??= this.#ports.createConnection()
    this.#warm.catch(() => {
      this.#warm = undefined
    })
  }

  /** The other side is there. `isReturn`: this page was loaded again in the middle of the talk. */
  start({ isReturn = false } = {}) {
    if (this.#timer !== undefined) return
    this.#lastHeard = this.#ports.now()
    this.#timer = setInterval(() => void this.#look(), BEAT_EVERY_MS)
    if (this.#ports.begins) return void this.#begin(undefined)
    this.#asks = setTimeout(() => this.#askToBegin(), isReturn ? 0 : BEGINS_WITHIN_MS)
  }

  /** The other side begins later: it is not asked for, and not missed. */
  holdOn() {
    clearTimeout(this.#asks)
    this.#isHeld = true
  }

  /** What the other side said, in the order of the log. */
  hear(text: string): Promise<void> {
    return this.#inTurn(async () => {
      const signal = await readSignal(text)
      if (signal && (signal.for === undefined || signal.for === this.#ports.myKid)) await this.#hear(signal)
    })
  }

  async send(
    tracks: { readonly sound: MediaStreamTrack | null; readonly picture: MediaStreamTrack | null },
    mine: Beat,
  ) {
    // A picture that is turned on has its own five seconds to show what the connection carries.
    if (this.#mine.picture === 'none' && mine.picture !== 'none') {
      this.#quality = atFirst
      this.#show({ quality: atFirst.shown })
    }
    this.#tracks = tracks
    this.#mine = mine
    this.#pair?.beat(writeBeat(mine))
    await this.#pair?.send(tracks)
  }

  end() {
    this.#isEnded = true
    clearInterval(this.#timer)
    clearTimeout(this.#asks)
    this.#pair?.close()
    this.#pair = undefined
    void this.#warm?.then((connection) => connection.close()).catch(() => {})
    this.#warm = undefined
  }

  async #hear(signal: CallSignal) {
    if (this.#timer === undefined || !isConnecting(signal)) return
    if (signal.kind === 'hello') {
      if (this.#ports.begins) await this.#begin(signal.from)
      return
    }
    if (this.#isHeld && signal.kind === 'description') {
      this.#isHeld = false
      this.#lastHeard = this.#ports.now()
    }
    if (signal.kind === 'description' && signal.type === 'offer' && signal.from !== this.#pair?.other) {
      // A new connection of the other side's: the one before is of no use any more.
      const isForUs = signal.to === undefined || signal.to === this.#pair?.session || signal.to === this.#helloAs
      if (this.#ports.begins || !isForUs) return
      await this.#replacePair()
    }
    const pair = this.#pair
    if (!pair) return
    if ('to' in signal && signal.to !== undefined && signal.to !== pair.session && signal.to !== this.#helloAs) return
    if (signal.kind === 'reveal') return this.#hearReveal(signal.nonce)
    if (signal.kind === 'description') {
      clearTimeout(this.#asks)
      // Only the first counts: whoever knows our number could search for another that gives the same words (Z4).
      this.#theirs = { ...onlyWords(signal), ...this.#theirs }
    }
    await pair.hear(signal)
    const isFirstAnswer = signal.kind === 'description' && signal.type === 'answer' && signal.nonce !== undefined
    if (this.#ports.begins && isFirstAnswer && this.#view.words === undefined) {
      await this.#say({ kind: 'reveal', from: pair.session, to: signal.from, nonce: this.#nonce })
      await this.#showWords()
    }
  }

  async #say(signal: Connecting) {
    const kid = this.#ports.otherKid()
    this.#ports.say(await writeSignal({ ...signal, ...(kid === undefined ? {} : { for: kid }) }))
  }

  async #askToBegin() {
    this.#helloAs = crypto.randomUUID()
    await this.#say({ kind: 'hello', from: this.#helloAs })
  }

  #begin(other: string | undefined): Promise<void> {
    return this.#replacePair().then(async (pair) => {
      if (!pair) return
      pair.other = other
      await pair.offer()
    })
  }

  /** `undefined`: it ended meanwhile. */
  async #replacePair(): Promise<Pair | undefined> {
    const warm = this.#warm ?? this.#ports.createConnection()
    this.#warm = undefined
    const connection = await warm
    if (this.#isEnded) {
      connection.close()
      return undefined
    }
    this.#pair?.close()
    this.#nonce = createNonce()
    this.#theirs = {}
    const pair: Pair = new Pair(connection, {
      begins: this.#ports.begins,
      tell: (signal) => void this.#say(signal),
      onChange: () => this.#showWay(),
      onBeat: (data) => this.#heardBeat(data),
      withDescription: (type) => this.#wordsFor(type),
    })
    this.#pair = pair
    this.#lastHeard = Math.max(this.#lastHeard, this.#ports.now() - BEGINS_WITHIN_MS)
    this.#show({ stream: pair.stream, words: undefined })
    await pair.send(this.#tracks)
    return pair
  }

  /** Once for a connection: who begins commits with its offer, the other shows its number with the answer. */
  async #wordsFor(type: 'offer' | 'answer'): Promise<{ commit?: string; nonce?: string }> {
    if (this.#ports.begins && type === 'offer') return { commit: await commitTo(this.#nonce) }
    return !this.#ports.begins && type === 'answer' ? { nonce: this.#nonce } : {}
  }

  #heardBeat(data: unknown) {
    const beat = readBeat(data)
    if (!beat) return
    this.#lastHeard = this.#ports.now()
    this.#health = { is: 'well' }
    this.#show({ way: 'connected', other: beat })
  }

  async #look() {
    if (this.#isHeld) return
    const { now, isReachable, begins } = this.#ports
    this.#pair?.beat(writeBeat(this.#mine))
    const isUp = this.#view.way !== 'looking'
    if (isUp && ++this.#looks % LOOKS_PER_SAMPLE === 0) await this.#lookAtQuality()
    const look = { now: now(), lastHeard: this.#lastHeard, isReachable: isReachable() }
    const { health, remedy } = heal(this.#health, look)
    this.#health = health
    this.#showWay()
    if (remedy === undefined || (!isUp && !this.#isOverdue(look))) return
    if (remedy === 'restart' && this.#pair?.other !== undefined) return this.#restart(this.#pair)
    if (begins) await this.#inTurn(() => this.#begin(undefined))
    else await this.#askToBegin()
  }

  async #restart(pair: Pair) {
    // Without the server the old ones are tried: they may be good still.
    await this.#ports.renew(pair.connection).catch(() => {})
    await pair.restart()
  }

  /** A first connection has more time than one that was there. */
  #isOverdue({ now, lastHeard }: { now: number; lastHeard: number }): boolean {
    return now - lastHeard > 4 * BEGINS_WITHIN_MS
  }

  #showWay() {
    const { is } = this.#health
    if (this.#view.way === 'looking') return
    this.#show({ way: is === 'well' ? 'connected' : is === 'lost' ? 'lost' : 'healing' })
  }

  async #lookAtQuality() {
    const { connection } = this
    if (!connection || connection.connectionState === 'closed') return
    const sample = await this.#sample(connection, this.#ports.now())
    if (!sample) return
    // Without a picture a browser does not try how much it could send: its guess says nothing.
    const outgoing = this.#mine.picture === 'none' ? undefined : sample.outgoing
    this.#quality = nextQuality(this.#quality, { ...sample, outgoing })
    this.#show({ quality: this.#quality.shown })
  }

  async #hearReveal(nonce: string) {
    const { commit } = this.#theirs
    if (commit === undefined) return
    if (!(await isRevealed(commit, nonce))) return this.#show({ words: 'forged' })
    this.#theirs = { ...this.#theirs, nonce }
    await this.#showWords()
  }

  async #showWords() {
    const nonce = this.#theirs.nonce
    const prints = this.#pair?.fingerprints
    if (nonce === undefined || !prints) return
    const mine = { nonce: this.#nonce, fingerprints: prints.mine }
    const theirs = { nonce, fingerprints: prints.theirs }
    const of = this.#ports.begins ? { offerer: mine, answerer: theirs } : { offerer: theirs, answerer: mine }
    this.#show({ words: await fourWords(of, await this.#ports.wordList()) })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  #show(change: Partial<CallView>) {
    const next = { ...this.#view, ...change }
    const isSame = (Object.keys(change) as (keyof CallView)[]).every((key) => isAlike(this.#view[key], next[key]))
    if (isSame) return
    this.#view = next
    this.#ports.onChange(next)
  }
}

const onlyWords = ({ commit, nonce }: { commit?: string; nonce?: string }) => ({
  ...(commit === undefined ? {} : { commit }),
  ...(nonce === undefined ? {} : { nonce }),
})

const isAlike = (one: unknown, other: unknown) =>
  one === other || (!(one instanceof MediaStream) && JSON.stringify(one) === JSON.stringify(other))
