/** One of the two questions, learned in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { learnInSizes, type ToLearn } from './learn-small.ts'

parentPort?.postMessage(learnInSizes(workerData as ToLearn))
