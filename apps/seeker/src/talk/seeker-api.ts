/** The few questions a seeker's page asks over HTTP. */
import { askJson } from '@houvast/connection/ask-json'
import { Challenge, IssuedTicket, LineKeys, Receipt, type StartConversation } from '@houvast/protocol/seeker-requests'
import * as v from 'valibot'

type Place = { readonly line: string; readonly conversation: string; readonly secret: string }

const Started = v.object({ conversation: v.string() })

export const seekerApi = {
  keys: (line: string) => askJson(`/api/lines/${line}/keys`, LineKeys),
  challenge: (line: string) => askJson('/api/seeker/challenge', Challenge, { line }),
  start: (body: StartConversation) => askJson('/api/seeker/conversations', Started, body),
  ticket: (place: Place) => askJson('/api/seeker/ticket', IssuedTicket, place),
  erase: (place: Place) => askJson('/api/seeker/erase', Receipt, place),
}
