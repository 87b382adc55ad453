import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Attack, attacks, type Check } from './testing/attacks.ts'

describe('a malicious server gets nowhere with', () => {
  test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    expect(await attack.succeeds()).toBe(false)
  })
})

/** Each takes one check out of the modules that the attacks then use. */
const without: Record<Exclude<Check, 'several'>, () => void> = {
  signature: () => replace('./signed.ts', () => ({ isSignedBy: async () => true })),
  'key confirmation': () => replace('./epoch-key.ts', () => ({ confirmSecret: async (bytes: unknown) => bytes })),
  'membership rules': () =>
    replace('./may-commit.ts', () => ({ mayCommit: (_: unknown, next: unknown) => ({ ok: true, value: next }) })),
  'sender order': () =>
    replace('./sender-chains.ts', ({ createSenderChains }) => ({
      createSenderChains: () => ({ ...createSenderChains(), whyNotNext: () => undefined }),
    })),
  'running hash': () =>
    replace('./log-chain.ts', ({ createLogChain }) => ({
      createLogChain: () => inheriting(createLogChain(), { hashWith: async () => 'A'.repeat(43) }),
    })),
  'known key book': () =>
    replace('./known-book.ts', ({ createKnownBook }) => ({
      createKnownBook: (ask: never) => {
        const known = createKnownBook(ask)
        return { ...known, holding: () => known.latest() }
      },
    })),
  'own start': () => replace('./conversation-start.ts', () => ({ isStartOf: () => true })),
  'member since': () =>
    replace('./epochs.ts', ({ createEpochs }) => ({
      createEpochs: (unwrappers: never) => inheriting(createEpochs(unwrappers), { isMemberSince: () => true }),
    })),
  'nobody left': () => replace('./key-book.ts', () => ({ hasLostMembersSince: () => false })),
  'same public key': () => replace('./bytes.ts', () => ({ equalBytes: () => true })),
  'pinned head': () => {},
}

// biome-ignore lint/suspicious/noExplicitAny: stands for whatever the module exports
type Exports = Record<string, any>

const replaced = new Set<string>()

function replace(path: string, change: (original: Exports) => Exports): void {
  replaced.add(path)
  vi.doMock(path, async (importOriginal) => {
    const original = await importOriginal<Exports>()
    return { ...original, ...change(original) }
  })
}

/** Keeps the getters of the original, which a spread would read once. */
function inheriting<T extends object>(original: T, change: object): T {
  return Object.create(original, Object.getOwnPropertyDescriptors(change))
}

describe('control: with the one check taken out that stands in its way, each attack succeeds', () => {
  afterEach(() => {
    for (const path of replaced) vi.doUnmock(path)
    vi.resetModules()
  })

  const single = attacks.filter(
    (attack): attack is Attack & { caughtBy: keyof typeof without } => attack.caughtBy !== 'several',
  )

  test.each(single.map(({ name, caughtBy }) => [caughtBy, name] as const))('%s: %s', async (check, name) => {
    vi.resetModules()
    without[check]()
    const unprotected = await import('./testing/attacks.ts')
    if (check === 'pinned head') unprotected.pinNothing()

    const succeeds = await unprotected.attacks.find((attack) => attack.name === name)?.succeeds()

    expect(succeeds).toBe(true)
  })

  test('no check stands without an attack that only it refuses', () => {
    expect([...new Set(single.map(({ caughtBy }) => caughtBy))].sort()).toEqual(Object.keys(without).sort())
  })
})
