/**
 * One connection between two devices, from the first offer until it is given up. Perfect negotiation (W3C WebRTC,
 * section 10.7): whoever began gives way to nobody, the other side gives way. Two lines stand from the beginning, one
 * for sound and one for a picture, so that turning either on or off changes nothing that an onlooker could see.
 */
import type { Candidate, Connecting } from './call-signal.ts'
import { fingerprintsIn, relayedCandidate, relayedOnly } from './relayed-sdp.ts'

/** Candidates of one gathering are told together. */
const CANDIDATES_TOGETHER_MS = 40
/** A description waits this long for the first relayed candidates, so that most often nothing is to follow. */
const GATHERED_WITHIN_MS = 250

export type PairPorts = {
  readonly begins: boolean
  readonly tell: (signal: Connecting) => void
  readonly onChange: () => void
  readonly onBeat: (data: unknown) => void
  /** What goes with a description, for the four words. */
  readonly withDescription: (type: 'offer' | 'answer', sdp: string) => Promise<{ commit?: string; nonce?: string }>
}

type Description = Extract<Connecting, { kind: 'description' }>

export class Pair {
  readonly session = crypto.randomUUID()
  readonly connection: RTCPeerConnection
  /** The other side's connection; unknown until it speaks. */
  other: string | undefined
  readonly stream = new MediaStream()
  readonly #ports: PairPorts
  readonly #beats: RTCDataChannel
  #turn: Promise<void> = Promise.resolve()
  #isOffering = false
  #ignoresOffer = false
  #early: Candidate[] = []
  #found: Candidate[] = []
  #isTelling = false
  #isClosed = false
  #tracks: { sound: MediaStreamTrack | null; picture: MediaStreamTrack | null } = { sound: null, picture: null }

  constructor(connection: RTCPeerConnection, ports: PairPorts) {
    this.connection = connection
    this.#ports = ports
    // Agreed upon beforehand, so that it costs no round; a beat that is late is worth nothing.
    this.#beats = connection.createDataChannel('beside', {
      ...{ negotiated: true, id: 0, ordered: false, maxRetransmits: 0 },
    })
    this.#beats.onmessage = ({ data }) => ports.onBeat(data)
    connection.onicecandidate = ({ candidate }) => this.#foundCandidate(candidate)
    connection.onconnectionstatechange = () => ports.onChange()
    connection.ontrack = ({ track }) => {
      this.stream.addTrack(track)
      ports.onChange()
    }
  }

  get isClosed() {
    return this.#isClosed
  }

  get fingerprints() {
    const { localDescription, remoteDescription } = this.connection
    return {
      mine: fingerprintsIn(localDescription?.sdp ?? ''),
      theirs: fingerprintsIn(remoteDescription?.sdp ?? ''),
    }
  }

  beat(text: string) {
    if (this.#beats.readyState === 'open') this.#beats.send(text)
  }

  /** The sound or the picture that goes out from now on; nothing is told to anybody about it. */
  async send(tracks: { readonly sound: MediaStreamTrack | null; readonly picture: MediaStreamTrack | null }) {
    this.#tracks = tracks
    await this.#putTracks()
  }

  offer(): Promise<void> {
    if (this.connection.getTransceivers().length === 0) {
      this.connection.addTransceiver('audio', { direction: 'sendrecv' })
      this.connection.addTransceiver('video', { direction: 'sendrecv' })
    }
    return this.#next(async () => {
      await this.#putTracks()
      await this.#describe('offer')
    })
  }

  /** Another way for the same connection. */
  restart(): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    this.connection.restartIce()
    return this.#next(() => this.#describe('offer'))
  }

  hear(signal: Description | Extract<Connecting, { kind: 'candidates' }>): Promise<void> {
    return this.#next(() =>
      signal.kind === 'description' ? this.#hearDescription(signal) : this.#hearCandidates(signal),
    )
  }

  close() {
    this.#isClosed = true
    this.#beats.onmessage = null
    this.connection.onicecandidate = null
    this.connection.onconnectionstatechange = null
    this.connection.ontrack = null
    this.connection.close()
  }

  /** One step after the other; one that fails leaves the rest their turn. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      if (this.#isClosed) return
      try {
        await work()
      } catch {
        // A description that does not fit the state: the watch over the beats brings it round.
        this.#ports.onChange()
      }
    })
    return this.#turn
  }

  async #describe(type: 'offer' | 'answer') {
    this.#isOffering = type === 'offer'
    try {
      await this.connection.setLocalDescription()
      await this.#gathered()
      const { localDescription } = this.connection
      if (!localDescription || this.#isClosed || localDescription.type !== type) return
      this.#found = []
      const sdp = relayedOnly(localDescription.sdp)
      const words = await this.#ports.withDescription(type, sdp)
      const to = this.other === undefined ? {} : { to: this.other }
      this.#ports.tell({ kind: 'description', from: this.session, ...to, type, sdp, ...words })
    } finally {
      this.#isOffering = false
    }
  }

  async #hearDescription({ from, type, sdp }: Description) {
    const { connection } = this
    const collides = type === 'offer' && (this.#isOffering || connection.signalingState !== 'stable')
    this.#ignoresOffer = this.#ports.begins && collides
    if (this.#ignoresOffer) return
    this.other = from
    await connection.setRemoteDescription({ type, sdp: relayedOnly(sdp) })
    for (const candidate of this.#early.splice(0)) await this.#add(candidate)
    if (type === 'answer') return
    for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv'
    await this.#putTracks()
    await this.#describe('answer')
  }

  async #hearCandidates({ candidates }: Extract<Connecting, { kind: 'candidates' }>) {
    for (const candidate of candidates) {
      if (this.connection.remoteDescription) await this.#add(candidate)
      else this.#early.push(candidate)
    }
  }

  async #add({ candidate, mid, line }: Candidate) {
    const relayed = relayedCandidate(candidate)
    if (relayed === undefined) return
    try {
      await this.connection.addIceCandidate({ candidate: relayed, sdpMid: mid, sdpMLineIndex: line })
    } catch (error) {
      if (!this.#ignoresOffer) throw error
    }
  }

  #foundCandidate(candidate: RTCIceCandidate | null) {
    const relayed = candidate && relayedCandidate(candidate.candidate)
    if (!candidate || !relayed) return
    this.#found.push({ candidate: relayed, mid: candidate.sdpMid, line: candidate.sdpMLineIndex })
    if (this.#isTelling) return
    this.#isTelling = true
    setTimeout(() => {
      this.#isTelling = false
      const { other } = this
      // What was found before the description went out is in it.
      if (this.#isOffering || other === undefined) return
      const candidates = this.#found.splice(0)
      if (candidates.length > 0) this.#ports.tell({ kind: 'candidates', from: this.session, to: other, candidates })
    }, CANDIDATES_TOGETHER_MS)
  }

  #gathered(): Promise<void> {
    const { connection } = this
    if (connection.iceGatheringState === 'complete') return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        connection.removeEventListener('icegatheringstatechange', look)
        resolve()
      }
      const look = () => {
        if (connection.iceGatheringState === 'complete') done()
      }
      const timer = setTimeout(done, GATHERED_WITHIN_MS)
      connection.addEventListener('icegatheringstatechange', look)
    })
  }

  async #putTracks() {
    const [sound, picture] = this.connection.getTransceivers()
    if (sound && sound.sender.track !== this.#tracks.sound) await sound.sender.replaceTrack(this.#tracks.sound)
    if (picture && picture.sender.track !== this.#tracks.picture)
      await picture.sender.replaceTrack(this.#tracks.picture)
  }
}
