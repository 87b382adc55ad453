import type { Hint } from './bus.ts'

/** Each hint travels with its sender, who does not hear it back. What cannot be read is passed over: it is a hint. */
export function writeHint(sender: string, hint: Hint): string {
  return JSON.stringify({ sender, hint })
}

export function readHint(self: string, text: string): Hint | undefined {
  if (text.startsWith(`{"sender":"${self}"`)) return undefined
  try {
    return (JSON.parse(text) as { hint: Hint }).hint
  } catch {
    return undefined
  }
}
