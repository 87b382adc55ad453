/** What the pages after a talk ask over HTTP. */
import { askJson } from '@houvast/connection/ask-json'
import {
  CalendarFile,
  CheckoutAnswer,
  FollowUpCreated,
  FollowUpShown,
  Slots,
  type Wish,
  WishSeen,
} from '@houvast/protocol/follow-up-requests'

export type Talk = { readonly line: string; readonly conversation: string; readonly secret: string }
export type Mine = { readonly line: string; readonly id: string; readonly secret: string }

const at = (path: string) => `/api/seeker/follow-ups/${path}`

export const followUpApi = {
  wish: (talk: Talk, wish?: Wish) => askJson(at('wish'), WishSeen, { ...talk, ...(wish ? { wish } : {}) }),
  create: (mine: Mine, ticket: string) => askJson(at('create'), FollowUpCreated, { ...mine, ticket }),
  slots: (line: string, professional: string) => askJson(at('slots'), Slots, { line, professional }),
  first: (mine: Mine, work: { professional: string; from: number; challenge: string; solution: number }) =>
    askJson(at('first'), FollowUpCreated, { ...mine, ...work }),
  look: (mine: Mine) => askJson(at('look'), FollowUpShown, mine),
  pick: (mine: Mine, from: number) => askJson(at('pick'), FollowUpShown, { ...mine, from }),
  cancel: (mine: Mine) => askJson(at('cancel'), FollowUpShown, mine),
  dispute: (mine: Mine) => askJson(at('dispute'), FollowUpShown, mine),
  pay: (mine: Mine, by: 'online' | 'transfer') => askJson(at('pay'), CheckoutAnswer, { ...mine, by }),
  ics: (mine: Mine) => askJson(at('ics'), CalendarFile, mine),
}
export type FollowUpApi = typeof followUpApi
