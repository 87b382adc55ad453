/** What the desk asks over HTTP. */
import { askJson } from '@houvast/connection/ask-json'
import {
  type AddPasskey,
  DeskKeys,
  Me,
  PasskeyOptions,
  type PasskeySignIn,
  type PutDutyKey,
  type SignIn,
} from '@houvast/protocol/desk-requests'
import { IssuedTicket } from '@houvast/protocol/seeker-requests'
import {
  OwnProfile,
  ProfessionalsOfLine,
  type PutProfile,
  type Recognise,
  Relays,
  TalkFigures,
} from '@houvast/protocol/talk-requests'
import * as v from 'valibot'

const DemoSignIns = v.object({
  signIns: v.array(
    v.object({
      line: v.string(),
      lineName: v.string(),
      name: v.string(),
      role: v.string(),
      passphrase: v.string(),
      code: v.string(),
    }),
  ),
})
export type DemoSignIn = v.InferOutput<typeof DemoSignIns>['signIns'][number]

const Lines = v.object({ lines: v.array(v.object({ id: v.string(), name: v.string() })) })
export type LineOption = v.InferOutput<typeof Lines>['lines'][number]
const nothing = v.unknown()

export const deskApi = {
  me: () => askJson('/api/desk/me', Me),
  keys: () => askJson('/api/desk/keys', DeskKeys),
  lines: () => askJson('/api/lines', Lines),
  demo: () => askJson('/api/demo', DemoSignIns),
  signIn: (body: v.InferInput<typeof SignIn>) => askJson('/api/desk/sign-in', Me, body),
  signOut: () => askJson('/api/desk/sign-out', nothing, {}),
  putDutyKey: (body: v.InferInput<typeof PutDutyKey>) => askJson('/api/desk/duty-key', nothing, body),
  newPasskeyOptions: () => askJson('/api/desk/passkeys/options', PasskeyOptions, {}),
  addPasskey: (body: v.InferInput<typeof AddPasskey>) => askJson('/api/desk/passkeys', nothing, body),
  passkeyOptions: () => askJson('/api/desk/passkey/options', PasskeyOptions, {}),
  signInWithPasskey: (body: v.InferInput<typeof PasskeySignIn>) => askJson('/api/desk/passkey', Me, body),
  relays: () => askJson('/api/desk/relays', Relays, {}),
  profile: () => askJson('/api/desk/profile', OwnProfile),
  putProfile: (body: v.InferInput<typeof PutProfile>) => askJson('/api/desk/profile', nothing, body),
  professionals: () => askJson('/api/desk/professionals', ProfessionalsOfLine),
  recognise: (body: v.InferInput<typeof Recognise>) => askJson('/api/desk/recognition', nothing, body),
  figures: () => askJson('/api/desk/figures', TalkFigures),
  ticket: () => askJson('/api/desk/ticket', IssuedTicket, {}),
}
