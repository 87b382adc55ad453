/** The epochs of one conversation as this reader knows them: who was in each, and the keys they were given. */
import type { Bytes } from './bytes.ts'
import { confirmSecret, type EpochPlace, type EpochSecret, messageKey, openHistory, signalKey } from './epoch-key.ts'
import type { Kid } from './kid.ts'
import type { Member } from './members.ts'
import { openWrap, type Wrap } from './wrap.ts'

export type Epoch = EpochPlace & {
  readonly members: readonly Member[]
  readonly keyBookHead: string
  readonly keyCheck: Bytes
  /** The hash of the commit (or start) that began it. */
  readonly hash: string
  /** Of a commit, not of a start: the hash of the one before, and its key if it is passed on. */
  readonly previous?: string
  readonly historyWrap?: Bytes
}

export type Unwrapper = { readonly kid: Kid; readonly keys: CryptoKeyPair }

export type Epochs = ReturnType<typeof createEpochs>

export function createEpochs(unwrappers: readonly Unwrapper[]) {
  const epochs: Epoch[] = []
  const secrets = new Map<number, EpochSecret>()
  const messageKeys = new Map<string, CryptoKey>()

  async function secretFrom(epoch: Epoch, wraps: readonly Wrap[]): Promise<EpochSecret | undefined> {
    for (const wrap of wraps) {
      for (const recipient of unwrappers) {
        const opened = await openWrap(wrap, recipient, { label: 'HC1/epoch-wrap', about: epoch.hash })
        const secret = opened.ok && (await confirmSecret(opened.value, epoch, epoch.keyCheck))
        if (secret) return secret
      }
    }
    return undefined
  }

  /** The key of the epoch before, if this one passes it on; it must be the key that epoch was begun with. */
  async function secretBefore(epoch: Epoch, secret: EpochSecret): Promise<EpochSecret | undefined> {
    const before = epochs[epoch.epoch - 1]
    const { previous, historyWrap } = epoch
    if (!before || previous === undefined || !historyWrap?.length) return undefined
    const bytes = await openHistory(secret, historyWrap, { ...epoch, previous })
    return bytes && confirmSecret(bytes, before, before.keyCheck)
  }

  return {
    get current(): Epoch | undefined {
      return epochs.at(-1)
    },

    at(epoch: number): Epoch | undefined {
      return epochs[epoch]
    },

    secretOf(epoch: number): EpochSecret | undefined {
      return secrets.get(epoch)
    },

    /** All keys that come with a new epoch: its own, and back through every epoch that passes history on. */
    async keysFrom(epoch: Epoch, wraps: readonly Wrap[]): Promise<ReadonlyMap<number, EpochSecret>> {
      const found = new Map<number, EpochSecret>()
      let at: Epoch | undefined = epoch
      let secret = await secretFrom(epoch, wraps)
      while (at && secret && !secrets.has(at.epoch)) {
        found.set(at.epoch, secret)
        secret = await secretBefore(at, secret)
        at = epochs[at.epoch - 1]
      }
      return found
    },

    begin(epoch: Epoch, keys: ReadonlyMap<number, EpochSecret>): void {
      epochs.push(epoch)
      for (const [number, secret] of keys) secrets.set(number, secret)
    },

    /** Whether this person was in every epoch from `epoch` until now. */
    isMemberSince(kid: Kid, epoch: number): boolean {
      return epochs.slice(epoch).every(({ members }) => members.some((member) => member.kid === kid))
    },

    async messageKey(epoch: number, sender: Kid): Promise<CryptoKey | undefined> {
      const secret = secrets.get(epoch)
      if (!secret) return undefined
      const name = `${epoch}/${sender}`
      const key = messageKeys.get(name) ?? (await messageKey(secret, sender))
      messageKeys.set(name, key)
      return key
    },

    async signalKey(epoch: number, sender: Kid): Promise<CryptoKey | undefined> {
      const secret = secrets.get(epoch)
      return secret && signalKey(secret, sender)
    },
  }
}
