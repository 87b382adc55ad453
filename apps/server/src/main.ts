/** Environment → configuration → server → listen → wait for the signal → close in order, ten seconds at most. */
import { fileURLToPath } from 'node:url'
import { FolderInUseError } from '@houvast/server-store/embedded/folder-lock'
import { buildServer, type HouvastServer } from './build-server.ts'
import { type Config, readConfig } from './config.ts'
import { logToStderr } from './log.ts'
import { whyNotStarted } from './why-not-started.ts'

const CLOSE_WITHIN_MS = 10_000
const dist = fileURLToPath(new URL('../../', import.meta.url))

const config = readConfig(process.env)
if (!config.ok) {
  for (const { sentence } of config.why) console.error(sentence)
  process.exit(2)
}

try {
  const server = await buildServer(config.value, { log: logToStderr, dist })
  await listen(server, config.value)
  stopOnSignal(server)
  welcome(server, config.value)
} catch (error) {
  console.error(whyNotStarted(error, config.value))
  if (!(error instanceof FolderInUseError) && process.env.DEBUG) console.error(error)
  process.exit(1)
}

function listen({ http }: HouvastServer, { host, port }: Config) {
  return new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function stopOnSignal(server: HouvastServer) {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    logToStderr({ event: 'stopping' })
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    await server.close()
    logToStderr({ event: 'stopped' })
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function welcome({ demo, engine, bus }: HouvastServer, { port, seekerOrigin, deskOrigin }: Config) {
  logToStderr({ event: 'started', engine, bus, port })
  const seeker = seekerOrigin ?? `http://localhost:${port}`
  console.log(
    `\nHouvast runs.\n  For who looks for help:  ${seeker}/\n  For who helps:           ${deskOrigin ?? seeker}/desk/`,
  )
  if (demo.length === 0) return
  console.log('\nThis is the demonstration: invented people, passphrases known to all. Sign in at the desk as')
  const longest = Math.max(...demo.map(({ lineName }) => lineName.length))
  for (const { lineName, name, role, passphrase } of demo)
    console.log(`  ${lineName.padEnd(longest)} ${name.padEnd(6)} ${role.padEnd(12)} «${passphrase}»`)
  console.log('The desk shows the one-time code of each while the demonstration runs.\n')
}
