/**
 * Lets front page, lines and crisis page open without a network. A Trusted Types policy is needed to name the worker's
 * script; it lets through that one address and nothing else.
 */
const WORKER = '/service-worker.js'

type Policies = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

export async function workOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(workerAddress())
  } catch {
    // A browser that refuses (private window, storage full) simply stays online-only.
  }
}

function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  // `houvast` is the one policy name that the server's Content-Security-Policy allows.
  const policy = trustedTypes?.createPolicy('houvast', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('only the service worker is loaded this way')
      return url
    },
  })
  return (policy?.createScriptURL(WORKER) ?? WORKER) as string
}
