/** `node scripts/run.mjs FILE …`: runs one TypeScript file of the repository, after the set-up. */
import { run, setUp } from './set-up.mjs'

setUp()
process.exitCode = await run(process.argv.slice(2))
