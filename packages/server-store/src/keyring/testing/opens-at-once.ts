/** One of several that open the same keyring in the same moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { openKeyring } from '../keyring.ts'

const { folders, start, now } = workerData as { folders: string[]; start: SharedArrayBuffer; now: number }
const gate = new Int32Array(start)

parentPort?.postMessage('ready')
Atomics.wait(gate, 0, 0)
const keyring = openKeyring(folders, now)
const derived = keyring.derive('tickets').toString('hex')
keyring.create('conversation')
parentPort?.postMessage({ derived, sealed: keyring.seal('conversation', 'words', 'here') })
