/**
 * Four times a second each side says how it is there: what picture it sends and whether its sound is on. Whoever hears no
 * beat for a while knows that the way between them is gone, long before a browser does (Z5).
 */
export const BEAT_EVERY_MS = 250
export const SILENT_AFTER_MS = 1_500

export type Picture = 'none' | 'avatar' | 'blurred' | 'camera'
export type Beat = { readonly picture: Picture; readonly isMuted: boolean }

const pictures: ReadonlySet<string> = new Set(['none', 'avatar', 'blurred', 'camera'])

export const writeBeat = (beat: Beat) => JSON.stringify(beat)

export function readBeat(data: unknown): Beat | undefined {
  if (typeof data !== 'string' || data.length > 200) return undefined
  try {
    const { picture, isMuted } = JSON.parse(data) as Record<string, unknown>
    if (typeof picture !== 'string' || !pictures.has(picture) || typeof isMuted !== 'boolean') return undefined
    return { picture: picture as Picture, isMuted }
  } catch {
    return undefined
  }
}
