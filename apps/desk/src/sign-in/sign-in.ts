/**
 * Signing in: the passphrase becomes, on this device, a verifier for the server and a key that opens the identity it
 * keeps for us. The server never sees the passphrase nor that key.
 */
import type { Me } from '@houvast/protocol/desk-requests'
import type { StaffIdentity } from '@houvast/sealed/staff-identity'
import { deriveFromPassphrase, unwrapIdentity } from '@houvast/sealed/staff-unlock'
import { batch, signal } from '@preact/signals'
import { type DemoSignIn, deskApi, type LineOption } from '../desk-api.ts'
import { signInWithPasskey } from './passkey.ts'

export type SignedIn = { readonly me: Me; readonly identity: StaffIdentity }

export type SignInModel = ReturnType<typeof createSignIn>

export function createSignIn(onSignedIn: (signedIn: SignedIn) => void) {
  /** `looking`: whether somebody is signed in still; no form is shown before that is known. */
  const state = signal<'looking' | 'ready' | 'busy'>('looking')
  const problem = signal<string | undefined>(undefined)
  const lines = signal<readonly LineOption[]>([])
  const demo = signal<readonly DemoSignIn[]>([])
  const line = signal('')
  const name = signal('')
  const passphrase = signal('')
  const code = signal('')
  /** Still signed in, after a reload: only the keys have to be opened again. */
  const known = signal<Me | undefined>(undefined)

  async function look() {
    const me = await deskApi.me()
    batch(() => {
      if (me.ok) known.value = me.value
      state.value = 'ready'
    })
    if (me.ok) return
    const found = await deskApi.lines()
    if (found.ok) lines.value = found.value.lines
    if (line.value === '') line.value = lines.value[0]?.id ?? ''
    const shown = await deskApi.demo()
    if (shown.ok) demo.value = shown.value.signIns
  }

  async function submit() {
    if (state.value !== 'ready') return
    state.value = 'busy'
    problem.value = undefined
    problem.value = await (known.value ? unlock(known.value) : signIn())
    state.value = 'ready'
  }

  /** Why not, or nothing when it went. */
  async function signIn(): Promise<string | undefined> {
    const account = { line: line.value, name: name.value.trim() }
    const { wrapKey, verifier } = await deriveFromPassphrase({ ...account, passphrase: passphrase.value })
    const answer = await deskApi.signIn({ ...account, verifier, code: code.value.replace(/\s/g, '') })
    if (!answer.ok) return answer.why.reason
    const identity = await unwrapIdentity(answer.value.identity, wrapKey, account)
    if (!identity.ok) return 'identity-not-opened'
    passphrase.value = ''
    code.value = ''
    onSignedIn({ me: answer.value, identity: identity.value })
    return undefined
  }

  async function unlock(me: Me): Promise<string | undefined> {
    const { line, name } = me
    const { wrapKey } = await deriveFromPassphrase({ line, name, passphrase: passphrase.value })
    const identity = await unwrapIdentity(me.identity, wrapKey, { line, name })
    if (!identity.ok) return 'wrong-passphrase'
    passphrase.value = ''
    onSignedIn({ me, identity: identity.value })
    return undefined
  }

  async function usePasskey() {
    if (state.value !== 'ready') return
    state.value = 'busy'
    const answer = await signInWithPasskey()
    problem.value = answer.ok ? undefined : answer.why
    state.value = 'ready'
    if (answer.ok) onSignedIn(answer.value)
  }

  async function signOut() {
    await deskApi.signOut()
    known.value = undefined
    await look()
  }

  async function fillIn(chosen: DemoSignIn) {
    const fresh = await deskApi.demo()
    const now = fresh.ok
      ? fresh.value.signIns.find((one) => one.line === chosen.line && one.name === chosen.name)
      : chosen
    line.value = chosen.line
    name.value = chosen.name
    passphrase.value = chosen.passphrase
    code.value = now?.code ?? ''
  }

  return { state, problem, lines, demo, line, name, passphrase, code, known, look, submit, usePasskey, signOut, fillIn }
}
