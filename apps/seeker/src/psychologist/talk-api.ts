/** What a seeker's page asks over HTTP around a talk with a professional. */
import { askJson } from '@houvast/connection/ask-json'
import { type AskChoices, Choices, type Feedback, Relays } from '@houvast/protocol/talk-requests'
import * as v from 'valibot'

type Place = { readonly line: string; readonly conversation: string; readonly secret: string }

export const talkApi = {
  relays: (place: Place) => askJson('/api/seeker/relays', Relays, place),
  choices: (body: v.InferInput<typeof AskChoices>) => askJson('/api/seeker/choices', Choices, body),
  feedback: (body: v.InferInput<typeof Feedback>) => askJson('/api/seeker/feedback', v.unknown(), body),
}
