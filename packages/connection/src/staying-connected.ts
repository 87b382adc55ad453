/**
 * Keeps one link up: asks for a ticket, opens, says hello, notices when the other end is gone, and tries again with
 * back-off (R6). A WebSocket that never opens gives way to polling and is tried again later (R4). Waking up, coming
 * online or coming into view asks at once whether the link still lives (R14).
 */
import { CLOSE_CODES } from '@houvast/protocol/close-codes'
import { backOffMs } from './back-off.ts'
import type { ClientLink, OpenLink } from './client-link.ts'
import type { Clock, Random } from './ports.ts'

export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'stopped'

/** `gone`: there is nothing to connect to any more; trying again will not help. */
export type Hello = { readonly frame: string } | 'gone' | 'try-later'

const QUIET_MS = 20_000
const ANSWER_WITHIN_MS = 3_000
const OPEN_WITHIN_MS = 8_000
const DEAD_SOCKETS_BEFORE_POLLING = 2
const POLLED_BEFORE_SOCKET = 3

const final: ReadonlySet<number> = new Set([
  CLOSE_CODES['protocol-error'],
  CLOSE_CODES['not-found'],
  CLOSE_CODES['version-unknown'],
])

/** Whatever blocks sockets may well let one open, and close it with a code of its own. */
const isOfServer = (code: number | undefined) =>
  code !== CLOSE_CODES.goodbye && Object.values(CLOSE_CODES).some((one) => one === code)

export class StayingConnected {
  readonly #links: { readonly socket: OpenLink; readonly polled: OpenLink }
  readonly #hello: () => Promise<Hello>
  readonly #onFrame: (text: string) => void
  readonly #onState: (state: ConnectionState, closeCode?: number) => void
  readonly #clock: Clock
  readonly #random: Random
  #link: ClientLink | undefined
  #state: ConnectionState = 'stopped'
  #failures = 0
  /** Sockets that never came to anything since the last one that did, and polled links opened instead of them. */
  #deadSockets = 0
  #polledInstead = 0
  #tries = 0
  #cancelTimer = () => {}

  constructor(options: {
    readonly links: { readonly socket: OpenLink; readonly polled: OpenLink }
    /** Asked anew for every link: a ticket is good once. */
    readonly hello: () => Promise<Hello>
    readonly onFrame: (text: string) => void
    readonly onState: (state: ConnectionState, closeCode?: number) => void
    readonly clock: Clock
    readonly random: Random
  }) {
    this.#links = options.links
    this.#hello = options.hello
    this.#onFrame = options.onFrame
    this.#onState = options.onState
    this.#clock = options.clock
    this.#random = options.random
  }

  get state() {
    return this.#state
  }

  start() {
    if (this.#state === 'stopped') void this.#connect()
  }

  stop() {
    this.#end()
  }

  /** `false`: there is no link to send it on now. */
  send(frame: string): boolean {
    if (this.#state !== 'connected') return false
    this.#link?.send(frame)
    return true
  }

  /** The device woke up, came online or into view. */
  nudge() {
    if (this.#state === 'connected') return this.#askWhetherAlive()
    if (this.#state !== 'lost') return
    this.#cancelTimer()
    void this.#connect()
  }

  async #connect() {
    this.#setState('connecting')
    const attempt = ++this.#tries
    // A question on a dead network may never be answered, nor refused.
    this.#timer(OPEN_WITHIN_MS, () => this.#tryLater())
    const hello = await this.#hello().catch((): Hello => 'try-later')
    const isThis = () => attempt === this.#tries
    if (!isThis()) return
    if (hello === 'gone') return this.#end(CLOSE_CODES['not-found'])
    if (hello === 'try-later') return this.#tryLater()

    const isPolled = this.#usesPolling()
    const isOpening = () => this.#state === 'connecting'
    this.#timer(OPEN_WITHIN_MS, () => {
      // It does not even say no: there is no time to wait for that twice (R13).
      if (!isPolled) this.#deadSockets = DEAD_SOCKETS_BEFORE_POLLING
      this.#tryLater()
    })
    const link = (isPolled ? this.#links.polled : this.#links.socket)({
      opened: () => {
        if (isThis()) link.send(hello.frame)
      },
      frame: (text) => {
        if (!isThis()) return
        if (isOpening()) {
          this.#failures = 0
          if (!isPolled) this.#deadSockets = 0
          this.#setState('connected')
        }
        this.#timer(QUIET_MS, () => this.#askWhetherAlive())
        this.#onFrame(text)
      },
      closed: (code) => {
        if (!isThis()) return
        if (code !== undefined && final.has(code)) return this.#end(code)
        if (!isPolled && isOpening() && !isOfServer(code)) this.#deadSockets++
        this.#tryLater()
      },
    })
    this.#link = link
  }

  #usesPolling(): boolean {
    if (this.#deadSockets < DEAD_SOCKETS_BEFORE_POLLING) return false
    return this.#polledInstead++ % (POLLED_BEFORE_SOCKET + 1) < POLLED_BEFORE_SOCKET
  }

  #askWhetherAlive() {
    this.#link?.send('{"type":"ping"}')
    this.#timer(ANSWER_WITHIN_MS, () => this.#tryLater())
  }

  #tryLater() {
    this.#letGo()
    this.#setState('lost')
    this.#timer(backOffMs(this.#failures++, this.#random), () => void this.#connect())
  }

  #end(code?: number) {
    this.#letGo()
    this.#cancelTimer()
    this.#setState('stopped', code)
  }

  /** Whatever this try still brings comes too late. */
  #letGo() {
    const link = this.#link
    this.#tries++
    this.#link = undefined
    link?.close()
  }

  #timer(ms: number, work: () => void) {
    this.#cancelTimer()
    this.#cancelTimer = this.#clock.after(ms, work)
  }

  #setState(state: ConnectionState, closeCode?: number) {
    if (this.#state === state) return
    this.#state = state
    this.#onState(state, closeCode)
  }
}
