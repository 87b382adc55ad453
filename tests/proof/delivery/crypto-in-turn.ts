/**
 * Cryptography happens on other threads, so its answers come in any order. For a course that can be had again they
 * must not: here one operation begins when the one before it has ended, and `settled` says when none is left.
 */
const operations = [
  ...['sign', 'verify', 'encrypt', 'decrypt', 'digest', 'deriveBits', 'deriveKey'],
  ...['generateKey', 'importKey', 'exportKey', 'wrapKey', 'unwrapKey'],
] as const

export function cryptoInTurn() {
  const subtle = Object.getPrototypeOf(crypto.subtle)
  const usual = new Map(operations.map((name) => [name, subtle[name]]))
  let last: Promise<unknown> = Promise.resolve()
  let pending = 0
  for (const [name, operation] of usual) {
    subtle[name] = function (...args: unknown[]) {
      pending++
      const done = last.then(() => operation.apply(this, args))
      last = done.catch(() => {}).then(() => pending--)
      return done
    }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return {
    async settled() {
      for (let quiet = 0; quiet < 3; quiet = pending === 0 ? quiet + 1 : 0) await turn()
    },
    restore() {
      for (const [name, operation] of usual) subtle[name] = operation
    },
  }
}
