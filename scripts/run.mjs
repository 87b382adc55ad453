/** `node scripts/run.mjs FILE …`: runs one TypeScript file of the repository, after the set-up. */
import { install, run } from './set-up.mjs'

install()
process.exitCode = await run(process.argv.slice(2))
