/** `npm start`: sets up what is missing, builds what changed, and runs the server until it is told to stop. */
import { run, setUp } from './set-up.mjs'

setUp()
process.exitCode = (await run(['scripts/build.mjs'])) || (await run(['apps/server/src/main.ts']))
