import { FRAME_MAX } from '@houvast/rules/limits/limits'
import * as v from 'valibot'

/** One border for all that comes in: JSON, of our shape, not too long; else `undefined`. */
export function readFrame<Schema extends v.GenericSchema>(
  schema: Schema,
  frame: string,
): v.InferOutput<Schema> | undefined {
  if (frame.length > FRAME_MAX) return undefined
  let json: unknown
  try {
    json = JSON.parse(frame)
  } catch {
    return undefined
  }
  const read = v.safeParse(schema, json, { abortEarly: true })
  return read.success ? read.output : undefined
}
