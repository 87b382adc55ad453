/**
 * `npm run bench`: sizes, then throughput beside a bare relay, latency and memory, on the embedded engine and on the
 * PostgreSQL of DATABASE_URL when there is one. Writes docs/benchmarks.md. Ratios of one run mean something on a shared
 * machine; milliseconds of it only roughly.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFreshDatabase } from '@houvast/server-store/test-engines'
import { openConversations, openLine } from './conversations.ts'
import { type Latency, measureLatency } from './latency.ts'
import { writeReport } from './report.ts'
import { measureSizes, type Sizes } from './sizes.ts'
import { startMeasured } from './start-measured.ts'
import { connectTo, houvastThroughput, relayThroughput, type Talk, type Throughput } from './throughput.ts'

const OPEN = Number(process.env.BENCH_OPEN ?? 1_000)
const BUSY = 400
const MESSAGES = 40
const ROUNDS = 3
/** Messages under way at a time in each conversation. */
const UNDER_WAY = [1, 5]

type Engine = {
  readonly name: string
  readonly loads: readonly { readonly underWay: number; readonly ours: Throughput; readonly relay: Throughput }[]
  readonly latency: Latency
  readonly bytesPerSeeker: number
}

async function measureEngine(name: string, env: NodeJS.ProcessEnv): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-bench-'))
  const server = await startMeasured('./houvast-server.ts', { DEMO: 'on', DATA_DIR: join(folder, 'data'), ...env })
  const endShift = await openLine(server.origin)
  const conversations = await openConversations(
    server.origin,
    OPEN,
    (i) => ROUNDS + (i < BUSY ? MESSAGES * UNDER_WAY.length : 0),
  )
  endShift()

  const { memory: before } = await server.measure(true)
  const from = []
  for (const conversation of conversations) from.push(await connectTo(server.origin, conversation))
  const { memory: after } = await server.measure(true)
  const talks: Talk[] = []
  for (const [i, conversation] of conversations.entries())
    talks.push({ conversation, from: from[i] as Talk['from'], to: await connectTo(server.origin, conversation) })

  const latency = await measureLatency(server, talks, { perSecond: 200, rounds: ROUNDS })
  const part = (from: number, to: number) =>
    talks.slice(0, BUSY).map((talk) => ({
      ...talk,
      conversation: { ...talk.conversation, envelopes: talk.conversation.envelopes.slice(from, to) },
    }))
  const loads = []
  let at = ROUNDS
  for (const underWay of UNDER_WAY) {
    const busy = part(at, at + MESSAGES)
    at += MESSAGES
    const ours = await houvastThroughput(server, busy, underWay)
    loads.push({ underWay, ours, busy })
  }
  await server.stop()
  const withRelay = []
  for (const { underWay, ours, busy } of loads)
    withRelay.push({
      underWay,
      ours,
      relay: await relayThroughput(
        busy.map(({ conversation }) => conversation),
        underWay,
      ),
    })
  rmSync(folder, { recursive: true, force: true })
  return { name, loads: withRelay, latency, bytesPerSeeker: (after - before) / OPEN }
}

const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const whole = (n: number) => Math.round(n).toLocaleString('en')

function report(sizes: Sizes, engines: readonly Engine[]): string {
  const rows = (line: (engine: Engine) => string) => engines.map(line).join('\n')
  return `# Benchmarks

Made by \`npm run bench\` (with \`DATABASE_URL\` for PostgreSQL) on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node},
generator and server on the same machine, which others used as well. Read the ratios; the milliseconds are rough.

## What a phone downloads (JavaScript, gzip)

| until | measured | aim |
|---|---|---|
| the front page stands | ${kilo(sizes.front)} | |
| the first composer can be used | ${kilo(sizes.composer)} | ≤ 40 KB |
| the conversation has started, crypto included | ${kilo(sizes.conversation)} | ≤ 60 KB |

Others, as measured elsewhere: Live Helper Chat 187 KB, Rocket.Chat livechat 485, Caritas 518, Aselo 806.

## Messages end to end, beside a bare relay

Sealed, flushed to disk and acknowledged, said on one socket and heard on another; the relay is \`ws\` alone and stores
nothing. ${BUSY} conversations. Messages under way in one conversation travel in one frame of ours, as an outbox sends
them, and in a frame each of the relay's. Per second of CPU of the server's own process (the embedded database is part of
it, PostgreSQL is not).

| engine | under way | ours, per CPU second | relay, per CPU second | ratio | aim | ours, per second | relay, per second |
|---|---|---|---|---|---|---|---|
${rows(({ name, loads }) =>
  loads
    .map(
      ({ underWay, ours, relay }) =>
        `| ${name} | ${underWay} | ${whole(ours.perCpuSecond)} | ${whole(relay.perCpuSecond)} | ${(ours.perCpuSecond / relay.perCpuSecond).toFixed(2)} | ${name === 'embedded' ? '≥ 0.20' : '≥ 0.33'} | ${whole(ours.perSecond)} | ${whole(relay.perSecond)} |`,
    )
    .join('\n'),
)}

## How long a message takes, and what a waiting seeker costs

200 messages per second over ${whole(OPEN)} open conversations.

| engine | p50 (aim ≤ 20 ms) | p99 (aim ≤ 150 ms) | longest block of the event loop (aim ≤ 50 ms) | same, under full load | memory per idle waiting seeker (aim ≤ 20 KB) |
|---|---|---|---|---|---|
${rows(({ name, loads, latency, bytesPerSeeker }) => `| ${name} | ${latency.p50.toFixed(1)} ms | ${latency.p99.toFixed(1)} ms | ${latency.blockedMs.toFixed(0)} ms | ${Math.max(...loads.map(({ ours }) => ours.blockedMs)).toFixed(0)} ms | ${kilo(bytesPerSeeker)} |`)}
`
}

const sizes = await measureSizes()
console.log(sizes)
const engines = [await measureEngine('embedded', { DATABASE_URL: '' })]
console.log(engines)
if (process.env.DATABASE_URL) {
  const fresh = await createFreshDatabase(process.env.DATABASE_URL)
  engines.push(await measureEngine('PostgreSQL', { DATABASE_URL: fresh.url }))
  await fresh.drop()
}
writeReport(report(sizes, engines))
process.exit()
