import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Measured } from './measured-process.ts'

export type MeasuredServer = {
  readonly origin: string
  measure(collect?: boolean): Promise<Measured>
  stop(): Promise<void>
}

export async function startMeasured(script: string, env: NodeJS.ProcessEnv = {}): Promise<MeasuredServer> {
  const child: ChildProcess = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    origin: `http://127.0.0.1:${port}`,
    async measure(collect = false) {
      const answer = once(child, 'message')
      child.send(collect ? 'collect' : 'measure')
      return (await answer)[0] as Measured
    },
    async stop() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
