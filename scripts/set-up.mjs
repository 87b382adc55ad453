/**
 * Makes a fresh clone runnable: installs dependencies when they are missing or older than the lock file, finds a Node that
 * strips types (24 or newer), from the npm registry if the machine's own is older, and learns the weights of the search
 * when its examples changed.
 *
 * Plain JavaScript on purpose: this is what the machine's own Node (20 or newer) reads first.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export function setUp() {
  install()
  const learnt = spawnSync(modernNode(), ['packages/directory/learn/main.ts'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (learnt.status !== 0) process.exit(1)
}

function install() {
  const stamp = join(root, 'node_modules/.houvast-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Installing what Houvast needs (once; about half a minute) …')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const done = spawnSync(command, [...first, 'ci', '--include=optional', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (done.status !== 0) {
    console.error('npm could not install the dependencies; its own message is above. Is the npm registry reachable?')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** Path of a Node 24 or newer: the running one, else the one that came with the dependencies. */
export function modernNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const binary = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(binary)) return binary
  }
  console.error(`Houvast needs Node 24 or newer; this is ${process.version} and npm has no Node for ${process.arch}.`)
  process.exit(1)
}

/** Runs a script on the modern Node and resolves to its exit code. Signals are passed on. */
export function run(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(modernNode(), args, { cwd: root, stdio: 'inherit', ...options })
    const passOn = (signal) => child.kill(signal)
    process.on('SIGTERM', passOn)
    process.on('SIGINT', passOn)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', passOn)
      process.off('SIGINT', passOn)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}
