/** A process that writes row after row and says each one only when it is acknowledged, until it is killed. */
import { createLineKeys } from '../../lines/line-keys.ts'
import { createLines } from '../../lines/lines.ts'
import { openEmbedded } from '../open-embedded.ts'

const database = await openEmbedded(process.argv[2])
await createLines(database).put('awel', { name: 'Awel', hours: { kind: 'always' }, talksMax: 1, retentionMs: 0 })
const keys = createLineKeys(database)
for (let index = (await keys.keyBook('awel')).length; ; index++) {
  await keys.appendToKeyBook('awel', index, `entry ${index + 1}`)
  console.log(index + 1)
}
