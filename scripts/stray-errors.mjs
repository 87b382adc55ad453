/** A vitest reporter: what was thrown outside of any test goes to a file, so that the end of a long run can still tell it. */
import { writeFileSync } from 'node:fs'

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter by its default export.
export default class StrayErrors {
  onTestRunEnd(_modules, errors) {
    const file = process.env.HOUVAST_STRAY_ERRORS
    if (file && errors.length) writeFileSync(file, errors.map((error) => error.stack ?? error.message).join('\n\n'))
  }
}
