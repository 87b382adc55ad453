/**
 * Two devices on networks of their own, with no way between them but a server in the middle; Linux, root and iproute2.
 * Each sees the server at `SERVER`, and has a door to its pages on its own localhost, where a browser may use keys and
 * microphones.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** RFC 2544: for tests of networks. */
export const SERVER = '198.18.9.1'

export type Device = { readonly name: string; readonly address: string; run(command: string): string[] }

const IP = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'].find((path) => existsSync(path))

const ip = (...words: string[]) => execFileSync(IP ?? 'ip', words, { stdio: 'pipe' })

export const canHaveNamespaces = IP !== undefined && process.getuid?.() === 0 && canMakeOne()

function canMakeOne(): boolean {
  try {
    ip('netns', 'add', 'houvast-try')
    ip('netns', 'del', 'houvast-try')
    return true
  } catch {
    return false
  }
}

export function twoNetworks(): { readonly devices: readonly [Device, Device]; close(): void } {
  const remove = () => {
    for (const name of ['a', 'b']) quietly('netns', 'del', `houvast-${name}`)
    quietly('addr', 'del', `${SERVER}/32`, 'dev', 'lo')
  }
  remove()
  ip('addr', 'add', `${SERVER}/32`, 'dev', 'lo')
  return { devices: [network('a', 1), network('b', 2)], close: remove }
}

function network(name: string, number: number): Device {
  const space = `houvast-${name}`
  const [outer, inner] = [`hv-${name}-out`, `hv-${name}-in`]
  const address = `198.18.${number}.2`
  ip('netns', 'add', space)
  ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner)
  ip('link', 'set', inner, 'netns', space)
  ip('addr', 'add', `198.18.${number}.1/24`, 'dev', outer)
  ip('link', 'set', outer, 'up')
  ip('-n', space, 'addr', 'add', `${address}/24`, 'dev', inner)
  ip('-n', space, 'link', 'set', inner, 'up')
  ip('-n', space, 'link', 'set', 'lo', 'up')
  ip('-n', space, 'route', 'add', `${SERVER}/32`, 'via', `198.18.${number}.1`)
  return { name: space, address, run: (command) => [IP ?? 'ip', 'netns', 'exec', space, command] }
}

function quietly(...words: string[]) {
  try {
    ip(...words)
  } catch {
    // Was not there.
  }
}

/** A program that runs `command` on this device, with what it is given. */
export function programOn(device: Device, command: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'houvast-on-')), 'program')
  writeFileSync(path, `#!/bin/sh\nexec ${device.run(command).join(' ')} "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

/** The server's pages on this device's own localhost. */
export function doorOn(device: Device, port: number): ChildProcess {
  const script = `
    require('node:net').createServer((here) => {
      const there = require('node:net').connect(${port}, '${SERVER}')
      here.pipe(there).pipe(here)
      for (const end of [here, there]) end.on('error', () => { here.destroy(); there.destroy() })
    }).listen(${port}, '127.0.0.1', () => console.log('open'))`
  const [command = '', ...words] = device.run(process.execPath)
  return spawn(command, [...words, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}
