/** The tables as Kysely sees them. Instants are epoch milliseconds; sealed things are base64url text. */
import type { Conversation } from '@houvast/rules/conversation/conversation'
import type { DepositUse } from '@houvast/rules/deposit/deposit'
import type { FollowUp } from '@houvast/rules/follow-up/follow-up'
import type { FollowUpSettings } from '@houvast/rules/follow-up/settings'
import type { Side, Wish } from '@houvast/rules/follow-up/wishes'
import type { MatchDecision, Wishes } from '@houvast/rules/matching/match'
import type { Profile, Recognition } from '@houvast/rules/matching/professional'
import type { OpeningHours } from '@houvast/rules/opening-hours/opening-hours'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export type Schema = {
  line: { id: string; settings: Json<LineSettings> }
  staff: {
    line: string
    kid: string
    name: string
    role: 'helper' | 'shift-lead' | 'coordinator'
    /** SHA-256 of the verifier; the verifier comes out of Argon2id on the helper's device. */
    verifier_hash: string
    /** TOTP secret under the keyring's staff key of the line. */
    totp: string
    /** The last TOTP step that was used: a code works once. */
    totp_step: number
    /** Private keys, wrapped on the helper's device. */
    identity: string
  }
  passkey: {
    line: string
    id: string
    kid: string
    public_key: string
    counter: number
    transports: string
    identity: string
  }
  staff_session: { line: string; token_hash: string; kid: string; expires_at: number }
  key_book_entry: { line: string; index: number; entry: string }
  duty_key: { line: string; epoch: number; kid: string; record: string; valid_until: number }
  duty_wrap: { line: string; epoch: number; for_kid: string; sealed: string }
  conversation: {
    line: string
    id: string
    phase: 'waiting' | 'active' | 'ended'
    since: number
    helper: string | null
    state: Json<Conversation>
    secret_hash: string
    place_ticket: string
    seeker_seen_at: number
    taken_at: number | null
    ended_at: number | null
  }
  entry: {
    line: string
    conversation: string
    seq: number
    kind: 'start' | 'commit' | 'envelope'
    id: string
    kid: string
    n: number
    body: string
  }
  wrap: { line: string; conversation: string; epoch: number; for_kid: string; sealed: string }
  seen: { line: string; conversation: string; kid: string; delivered: number; read: number }
  deposit: {
    place: string
    version: number
    use: DepositUse
    sealed: string
    may_read_hash: string
    may_change_hash: string
    tries_left: number | null
    written_on: number
    expires_at: number
  }
  live_room: { place: string; word_hash: string; last_seq: Generated<number>; expires_at: number }
  live_update: { place: string; seq: number; sealed: string; expires_at: number }
  evaluation_count: { day: number; question: string; answer: string; count: number }
  professional: { line: string; kid: string; profile: Json<Profile>; recognition: Json<Recognition> | null }
  ring: {
    line: string
    kid: string
    conversation: string
    until: number
    reasons: string
    accepted_at: number | null
  }
  asked: { line: string; conversation: string; kid: string; times: Generated<number> }
  professional_week: {
    line: string
    kid: string
    /** ISO week in Brussels, like 2026-W48. */
    week: string
    minutes: Generated<number>
    talks: Generated<number>
    rings: Generated<number>
    declined: Generated<number>
    silent: Generated<number>
    last_talk_at: Generated<number>
  }
  match_decision: { line: string; id: string; day: string; wishes: Json<Wishes>; decision: Json<MatchDecision> }
  talk_figure: { line: string; day: string; figure: string; bucket: string; count: number }
  talk_wish: { line: string; conversation: string; side: Side; wish: Json<Wish> }
  follow_up: {
    line: string
    id: string
    kid: string
    secret_hash: string
    state: Json<FollowUp>
    /** Of what is taken in the professional's agenda; null when nothing is. */
    start_at: number | null
    end_at: number | null
    /** Of the calendar file; -1 while nothing is booked. */
    sequence: number
    /** The provider's id of the last payment that was begun. */
    payment: string | null
    /** What it was opened for, once: a little work, or a ticket. */
    work: string
    /** How far the professional's own calendar has it, and under which ETag. */
    written_sequence: Generated<number>
    etag: string | null
    kept_until: number
  }
  follow_up_settings: {
    line: string
    kid: string
    settings: Json<FollowUpSettings>
    /** Address, name and password of a CalDAV calendar, under the keyring. */
    calendar: string | null
    calendar_problem: string | null
  }
  migration: { name: string; at: number }
}

/** What a line chooses for itself. */
export type LineSettings = {
  readonly name: string
  /** Who waits is not in a queue that all see: one professional after the other is rung (docs/rules/matching.md). */
  readonly rings?: boolean
  readonly hours: OpeningHours
  /** Conversations one helper may have at a time. */
  readonly talksMax: number
  /** How long an ended conversation is kept before it is erased. */
  readonly retentionMs: number
}
