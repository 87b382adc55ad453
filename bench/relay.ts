/**
 * `npm run bench:relay`: the relay that comes with the server beside coturn, in one run. Each has the first core to itself
 * and coturn's own client the second; counted is what comes through for each second of CPU that the relay used.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { usualLimits } from '@houvast/relay/limits'
import { openRelay } from '@houvast/relay/open-relay'
import { writeReport } from './report.ts'

const SECRET = 'only for measuring'
const PORT = 34_780
const ROUNDS = 3
const TICKS_PER_SECOND = 100
const TURNSERVER = '/usr/bin/turnserver'
const UCLIENT = '/usr/bin/turnutils_uclient'

type Load = { readonly name: string; readonly args: readonly string[] }
type Carried = { readonly received: number; readonly lostPercent: number; readonly cpuSeconds: number }

/** Sound is 50 small packets a second of each side, a picture some hundred large ones. */
const loads: readonly Load[] = [
  { name: 'sound, 170 bytes, UDP', args: ['-l', '170'] },
  { name: 'picture, 1,000 bytes, UDP', args: ['-l', '1000'] },
  { name: 'picture, 1,000 bytes, TCP', args: ['-l', '1000', '-t'] },
]
const talks = [
  '-y',
  '-c',
  '-m',
  '40',
  '-n',
  process.env.BENCH_MESSAGES ?? '1000',
  '-z',
  '5',
  '-u',
  'bench',
  '-W',
  SECRET,
]

async function compare() {
  const rows: string[] = []
  for (const load of loads) {
    const ours: Carried[] = []
    const coturns: Carried[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await measure(startOurs, load))
      coturns.push(await measure(startCoturn, load))
    }
    rows.push(row(load, ours, coturns))
    console.log(rows.at(-1))
  }
  writeReport(report(rows))
}

async function measure(start: (folder: string) => ChildProcess, { args }: Load): Promise<Carried> {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-bench-'))
  const server = start(folder)
  await listening()
  const before = cpuSecondsOf(server)
  const { stdout } = await promisify(execFile)(
    'taskset',
    ['-c', '1', UCLIENT, ...talks, ...args, '-p', String(PORT), '127.0.0.1'],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  const cpuSeconds = cpuSecondsOf(server) - before
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
  rmSync(folder, { recursive: true, force: true })
  return {
    received: Number([...stdout.matchAll(/tot_recv_msgs=(\d+)/g)].at(-1)?.[1]),
    lostPercent: Number(/Total lost packets \d+ \(([\d.]+)%\)/.exec(stdout)?.[1]),
    cpuSeconds,
  }
}

function startOurs(): ChildProcess {
  return spawn('taskset', ['-c', '0', process.execPath, import.meta.filename, 'serve'], { stdio: 'inherit' })
}

/** On one core coturn starts one thread that relays. */
function startCoturn(folder: string): ChildProcess {
  const addresses = ['-L', '127.0.0.1', '-E', '127.0.0.1', '-p', String(PORT), '--allow-loopback-peers']
  const who = ['--use-auth-secret', `--static-auth-secret=${SECRET}`, '--realm=bench']
  const files = ['--userdb', join(folder, 'turndb'), '--pidfile', join(folder, 'pid'), '--log-file=/dev/null']
  const rest = ['--no-cli', '--no-tls', '--no-dtls', '--no-stdout-log', '-n', '-m', '1']
  return spawn('taskset', ['-c', '0', TURNSERVER, ...addresses, ...who, ...files, ...rest], {
    cwd: folder,
    stdio: 'ignore',
  })
}

/** utime and stime, all threads: the 14th and 15th field of proc(5), counted behind the name. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

async function listening() {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(PORT, '127.0.0.1')
      const tell = (answer: boolean) => {
        socket.destroy()
        resolve(answer)
      }
      socket.once('connect', () => tell(true)).once('error', () => tell(false))
    })
    if (isOpen) return
  }
  throw new Error('the relay did not start')
}

function row({ name }: Load, ours: readonly Carried[], coturns: readonly Carried[]): string {
  const perSecond = (of: readonly Carried[]) => middle(of.map(({ received, cpuSeconds }) => received / cpuSeconds))
  const lost = (of: readonly Carried[]) => `${middle(of.map(({ lostPercent }) => lostPercent)).toFixed(2)} %`
  const whole = (n: number) => Math.round(n).toLocaleString('en')
  const [we, they] = [perSecond(ours), perSecond(coturns)]
  return `| ${name} | ${whole(we)} | ${whole(they)} | ${(we / they).toFixed(2)} | ≥ 0.50 | ${lost(ours)} | ${lost(coturns)} |`
}

const middle = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const report = (rows: readonly string[]) => `## Video relay, beside coturn

Made by \`npm run bench:relay\` (\`turnutils_uclient\`, 40 clients in pairs, the middle of ${ROUNDS} rounds in turn; each relay on one core, the client on
the other). Messages that came through, per second of CPU of the relay's own process.

| what | ours, per CPU second | coturn, per CPU second | ratio | aim | ours, lost | coturn, lost |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`

if (process.argv[2] === 'serve') {
  const many = 1e9
  const limits = { ...usualLimits, bytesPerSecond: many, allocationsPerUsername: 1000, requestsPerSecond: many }
  const listen = { host: '127.0.0.1', udp: PORT, tcp: PORT }
  await openRelay({ secret: SECRET, address: '127.0.0.1', listen, limits: { ...limits, strangersPerSecond: many } })
} else if (existsSync(TURNSERVER) && existsSync(UCLIENT)) await compare()
else console.log('coturn is not installed here (Debian: apt-get install coturn), so there is nothing to compare with.')
