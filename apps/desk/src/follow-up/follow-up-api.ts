/** What the desk asks about follow-ups. */
import { askJson } from '@houvast/connection/ask-json'
import {
  CalendarPut,
  DeskFollowUps,
  type PutCalendar,
  type Settings,
  ShownSettings,
  type Wish,
  WishSeen,
} from '@houvast/protocol/follow-up-requests'
import * as v from 'valibot'

const at = (path: string) => `/api/desk/follow-ups/${path}`
const anything = v.unknown()

export const followUpApi = {
  list: () => askJson('/api/desk/follow-ups', DeskFollowUps),
  wish: (conversation: string, wish?: Wish) =>
    askJson(at('wish'), WishSeen, { conversation, ...(wish ? { wish } : {}) }),
  propose: (id: string, from: readonly number[]) => askJson(at('propose'), anything, { id, from }),
  cancel: (id: string) => askJson(at('cancel'), anything, { id }),
  noShow: (id: string) => askJson(at('no-show'), anything, { id }),
  settle: (id: string, what: 'received' | 'refunded') => askJson(at('settle'), anything, { id, what }),
  settings: () => askJson(at('settings'), ShownSettings),
  putSettings: (settings: Settings) => askJson(at('settings'), anything, settings),
  putCalendar: (body: v.InferInput<typeof PutCalendar>) => askJson(at('calendar'), CalendarPut, body),
}
export type FollowUpApi = typeof followUpApi
