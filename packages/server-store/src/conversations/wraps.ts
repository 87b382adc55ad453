/** Epoch keys sealed to members, kept under the conversation's erasure key. */
import type { Kid } from '@houvast/rules/conversation/conversation'
import type { Query } from '../database.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { Entry, Wrap } from './conversations.ts'
import { erasureKey } from './create-conversations.ts'

type Of = { readonly line: string; readonly conversation: string }

const context = (of: Of, epoch: number, kid: Kid) => `wrap/${of.line}/${of.conversation}/${epoch}/${kid}`

export async function writeWraps(
  query: Query,
  keyring: Keyring,
  of: Of & { readonly epoch: number },
  wraps: readonly Wrap[],
) {
  if (wraps.length === 0) return
  const { line, conversation, epoch } = of
  const name = erasureKey(line, conversation)
  await query
    .insertInto('wrap')
    .values(
      wraps.map((wrap) => ({
        line,
        conversation,
        epoch,
        for_kid: wrap.for,
        sealed: keyring.seal(name, wrap.sealed, context(of, epoch, wrap.for)),
      })),
    )
    .execute()
}

/** Adds to each start and commit the wraps that were made for one of `kids`. */
export async function readWraps(
  query: Query,
  keyring: Keyring,
  of: Of,
  kids: readonly Kid[],
  entries: readonly (Entry & { readonly epoch: number })[],
): Promise<readonly Entry[]> {
  if (kids.length === 0) return entries
  const rows = await query
    .selectFrom('wrap')
    .select(['epoch', 'for_kid', 'sealed'])
    .where('line', '=', of.line)
    .where('conversation', '=', of.conversation)
    .where('for_kid', 'in', [...kids])
    .execute()
  const name = erasureKey(of.line, of.conversation)
  return entries.map((entry) => {
    if (entry.kind === 'envelope') return entry
    const mine = rows.filter((row) => row.epoch === entry.epoch)
    const wraps = mine.flatMap((row) => {
      const sealed = keyring.open(name, row.sealed, context(of, row.epoch, row.for_kid))
      return sealed === undefined ? [] : [{ for: row.for_kid, sealed }]
    })
    return { ...entry, wraps }
  })
}

/** Whoever is not a member any more has no key to come back with. */
export async function dropWrapsOfOthers(query: Query, of: Of, members: readonly Kid[]) {
  await query
    .deleteFrom('wrap')
    .where('line', '=', of.line)
    .where('conversation', '=', of.conversation)
    .where('for_kid', 'not in', [...members])
    .execute()
}
