/** What a seeker's page asks over HTTP around a talk with a professional. */
import { askJson } from '@houvast/connection/ask-json'
import { solveWork } from '@houvast/connection/solve-work'
import { type AskChoices, Choices, type Feedback, Relays } from '@houvast/protocol/talk-requests'
import * as v from 'valibot'
import { seekerApi } from '../talk/seeker-api.ts'

type Place = { readonly line: string; readonly conversation: string; readonly secret: string }

export const talkApi = {
  relays: (place: Place) => askJson('/api/seeker/relays', Relays, place),
  choices: (body: v.InferInput<typeof AskChoices>) => askJson('/api/seeker/choices', Choices, body),
}

type Said = Omit<v.InferInput<typeof Feedback>, 'challenge' | 'solution'>

/** Costs the device a little work, so that figures cannot be flooded; it leads to nobody. */
export async function sendFeedback(said: Said) {
  const work = await seekerApi.challenge(said.line)
  if (!work.ok) return work
  const { challenge, bits } = work.value
  const body = { ...said, challenge, solution: await solveWork(challenge, bits) }
  return askJson('/api/seeker/feedback', v.unknown(), body)
}
