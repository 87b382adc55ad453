/**
 * Everything in one file, sealed under the twelve words: first the records, then each picture and recording as a piece of its own, so
 * that a box of hundreds of megabytes never stands in memory twice. Each piece is bound to its place, and the first one says how many follow: a
 * file that was cut or put together otherwise is refused.
 *
 * `HOUVAST1`, then for every piece its length (four bytes, big-endian) and the piece.
 */
import { type MediaDatabase, openMediaDatabase } from '@houvast/device-store/toolkit/media-database'
import type { OpenRecord } from '@houvast/device-store/toolkit/records'
import { type Bytes, utf8 } from '@houvast/sealed/bytes'
import { encode } from '@houvast/sealed/codec'
import { decrypt, deriveKey, encrypt } from '@houvast/sealed/symmetric'
import { type OpenMedia, readMedia } from '../box/media.ts'
import { type KnownRecord, readRecords } from '../kinds.ts'

const MAGIC = utf8('HOUVAST1')

export type Opened = { readonly records: readonly KnownRecord[]; readonly media: readonly OpenMedia[] }

const fileKey = (root: Bytes) => deriveKey(root, encode('HC1/backup-file', []))
const at = (place: number) => encode('HC1/backup-piece', [utf8(String(place))])

export async function makeBackup(
  root: Bytes,
  records: readonly OpenRecord[],
  mediaIds: readonly string[],
): Promise<Blob> {
  const key = await fileKey(root)
  const media = await openMediaDatabase()
  const head = utf8(JSON.stringify({ records, media: mediaIds.length }))
  const parts: BlobPart[] = [MAGIC, ...(await piece(key, head, 0))]
  for (const [place, id] of mediaIds.entries()) parts.push(...(await mediaPiece(key, media, id, place + 1)))
  media.close()
  return new Blob(parts, { type: 'application/octet-stream' })
}

async function mediaPiece(key: CryptoKey, media: MediaDatabase, id: string, place: number) {
  const found = await readMedia(media, id)
  const head = utf8(JSON.stringify(found ? { id, type: found.type } : { id }))
  const whole = new Uint8Array(4 + head.length + (found?.bytes.length ?? 0))
  new DataView(whole.buffer).setUint32(0, head.length)
  whole.set(head, 4)
  if (found) whole.set(found.bytes, 4 + head.length)
  return piece(key, whole, place)
}

async function piece(key: CryptoKey, bytes: Bytes, place: number): Promise<BlobPart[]> {
  const sealed = await encrypt(key, bytes, at(place))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, sealed.length)
  return [length, sealed]
}

export type BackupRefusal = 'no-backup' | 'other-words' | 'damaged'

export async function openBackup(
  root: Bytes,
  file: Blob,
): Promise<{ readonly ok: true; readonly value: Opened } | { readonly ok: false; readonly why: BackupRefusal }> {
  const magic = new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer())
  if (magic.join() !== MAGIC.join()) return { ok: false, why: 'no-backup' }
  const key = await fileKey(root)
  const sealed = await piecesOf(file)
  const first = sealed[0] && (await decrypt(key, sealed[0], at(0)))
  if (!first) return { ok: false, why: sealed.length > 0 ? 'other-words' : 'damaged' }
  const head = JSON.parse(new TextDecoder().decode(first)) as { records: unknown; media: number }
  const records = readRecords(head.records)
  if (!records || sealed.length !== head.media + 1) return { ok: false, why: 'damaged' }
  const media: OpenMedia[] = []
  for (const [place, one] of sealed.slice(1).entries()) {
    const bytes = await decrypt(key, one, at(place + 1))
    if (!bytes) return { ok: false, why: 'damaged' }
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
    const about = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as { id: string; type?: string }
    if (about.type) media.push({ id: about.id, type: about.type, bytes: bytes.slice(4 + length) })
  }
  return { ok: true, value: { records, media } }
}

async function piecesOf(file: Blob): Promise<readonly Bytes[]> {
  const pieces: Bytes[] = []
  for (let from = MAGIC.length; from < file.size; ) {
    const length = new DataView(await file.slice(from, from + 4).arrayBuffer()).getUint32(0)
    const piece = new Uint8Array(await file.slice(from + 4, from + 4 + length).arrayBuffer())
    if (piece.length !== length) return []
    pieces.push(piece)
    from += 4 + length
  }
  return pieces
}
