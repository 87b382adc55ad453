/**
 * Makes a picture anew from its pixels (B2): what a camera writes beside them (place, time, maker) does not come along, and neither
 * does anything that only looks like a picture. At most so many pixels on a side.
 */
export const PICTURE_SIDE_PX = 1600
const QUALITY = 0.82

/** `undefined`: this is no picture that the browser can read. */
export async function remakePicture(file: Blob, side = PICTURE_SIDE_PX): Promise<Blob | undefined> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    return undefined
  }
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  // Safari before 17 knows no WebP and answers with PNG, which is as clean.
  return (await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/webp', QUALITY))) ?? undefined
}

export function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
