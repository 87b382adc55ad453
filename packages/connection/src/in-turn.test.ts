import { expect, test } from 'vitest'
import { InTurn } from './in-turn.ts'

test('each waits for the one before it, and one that fails stops nobody', async () => {
  const turn = new InTurn()
  const done: string[] = []
  const slow = turn.take(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    done.push('slow')
  })
  const failing = turn.take(() => {
    done.push('failing')
    throw new Error('for the test')
  })
  const quick = turn.take(() => done.push('quick'))
  await expect(failing).rejects.toThrow('for the test')
  await Promise.all([slow, quick])
  expect(done).toEqual(['slow', 'failing', 'quick'])
})
