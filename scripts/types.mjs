/** Checks each package against its own tsconfig (so `rules` sees no DOM and no Node), then all tests together. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

const tsc = join(root, 'node_modules/typescript/bin/tsc')
const projects = [...globSync('{packages,apps}/*/tsconfig.json', { cwd: root }).sort(), 'tsconfig.tests.json']
let failed = false
for (const project of projects) {
  if (!existsSync(join(root, project))) continue
  const done = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) failed = true
}
process.exitCode = failed ? 1 : 0
