/**
 * Whether this browser has what HC-1 is made of. Asked before anybody writes a word: without it there is no
 * conversation (and never one in the clear), so the page shows the phone number instead.
 */
import { generateKeyPair } from './private-key.ts'

export async function canSeal(): Promise<boolean> {
  try {
    await Promise.all([generateKeyPair('Ed25519', false), generateKeyPair('X25519', false)])
    return true
  } catch {
    return false
  }
}
