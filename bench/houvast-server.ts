/** The server under measurement: what `npm start` runs, with its own figures told to the parent. */
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildServer } from '@houvast/server/build-server'
import { readConfig } from '@houvast/server/config'
import { answerMeasurements } from './measured-process.ts'

const config = readConfig(process.env)
if (!config.ok) throw new Error(config.why.map(({ sentence }) => sentence).join(' '))
const server = await buildServer(config.value, {
  log() {},
  dist: fileURLToPath(new URL('../apps/', import.meta.url)),
})
server.http.listen(0, '127.0.0.1', () => answerMeasurements({ port: (server.http.address() as AddressInfo).port }))

process.on('disconnect', () => process.exit())
