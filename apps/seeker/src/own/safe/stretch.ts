import type { Stretch } from '@houvast/sealed/device-lock'
import { scriptAddress } from '../../script-address.ts'

const WORKER = '/stretch-worker.js'

let worker: Worker | undefined
let asked = 0

/** Argon2id in its worker; about half a second on an old phone. */
export const stretch: Stretch = (secret, salt) =>
  new Promise((resolve, reject) => {
    worker ??= new Worker(scriptAddress(WORKER), { type: 'module' })
    const id = ++asked
    const hear = ({ data }: MessageEvent) => {
      if (data.id !== id) return
      worker?.removeEventListener('message', hear)
      if (data.bytes) resolve(data.bytes)
      else reject(new Error(data.problem))
    }
    worker.addEventListener('message', hear)
    worker.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true })
    worker.postMessage({ id, secret, salt })
  })
