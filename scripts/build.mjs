/** Builds the two apps for the browser, when their sources changed since the last time. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './set-up.mjs'

const apps = ['seeker', 'desk']

async function build() {
  const stamp = join(root, '.cache/built')
  const sources = hashOfSources()
  const isBuilt = apps.every((app) => existsSync(join(root, 'apps', app, 'dist/index.html')))
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return 0
  console.log('Building the pages …')
  for (const app of apps) {
    rmSync(join(root, 'apps', app, 'dist'), { recursive: true, force: true })
    const code = await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps', app),
    })
    if (code !== 0) return code
  }
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(stamp, sources)
  return 0
}

function hashOfSources() {
  const hash = createHash('sha256')
  const files = globSync(['apps/{seeker,desk}/**/*', 'packages/*/{src,generated}/**/*', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => ['node_modules', 'dist'].includes(entry.name),
  })
  for (const path of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex')
}

process.exitCode = await build()
