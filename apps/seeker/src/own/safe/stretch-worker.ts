/**
 * Argon2id off the page: a worker with a policy of its own, so that no page of a seeker may run WebAssembly, and no screen stands
 * still while it counts.
 */
/// <reference lib="webworker" />
import { stretch } from '@houvast/sealed/argon2id'

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', async ({ data: { id, secret, salt } }) => {
  try {
    self.postMessage({ id, bytes: await stretch(secret, salt) })
  } catch (error) {
    self.postMessage({ id, problem: String(error) })
  }
})
