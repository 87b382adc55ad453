/**
 * The demonstration: two lines with a team, and psychologists, with hours that make them open, so that a newcomer can see both sides.
 * The passphrases stand here for all to read, so it is for trying out only, and says so on the desk.
 */
import { randomBytes } from 'node:crypto'
import type { Profile } from '@houvast/rules/matching/professional'
import { recognisedUntil } from '@houvast/rules/matching/recognition'
import type { Weekday } from '@houvast/rules/opening-hours/local-date'
import type { Instant } from '@houvast/rules/time'
import { addMember, foundKeyBook, readKeyBook, type StaffRole } from '@houvast/sealed/key-book'
import { createStaffIdentity, type NewStaffIdentity } from '@houvast/sealed/staff-identity'
import { deriveFromPassphrase, wrapIdentity } from '@houvast/sealed/staff-unlock'
import type { Keyring } from '@houvast/server-store/keyring/keyring'
import type { LineKeys } from '@houvast/server-store/lines/line-keys'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Staff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { Secret, TOTP } from 'otpauth'
import { hashOfVerifier } from '../http/desk/sign-in-routes.ts'

export type DemoSignIn = {
  readonly line: string
  readonly lineName: string
  readonly name: string
  readonly role: StaffRole
  readonly passphrase: string
  readonly totpSecret: string
}

type Deps = {
  readonly lines: Lines
  readonly lineKeys: LineKeys
  readonly staff: Staff
  readonly professionals: Professionals
  readonly keyring: Keyring
  readonly now: () => Instant
}

type Person = {
  readonly name: string
  readonly role: StaffRole
  readonly passphrase: string
  readonly profile?: Profile
}

const people: readonly Person[] = [
  { name: 'Noor', role: 'coordinator', passphrase: 'de maan schijnt op het water' },
  { name: 'Sam', role: 'helper', passphrase: 'zeven boten in de haven' },
  { name: 'Mila', role: 'helper', passphrase: 'een fiets tegen de muur' },
  { name: 'Joris', role: 'shift-lead', passphrase: 'koffie en een oude krant' },
]

/** Invented, and their numbers too: no register knows them. */
const professionals: readonly Person[] = [
  { name: 'Noor', role: 'coordinator', passphrase: 'de maan schijnt op het water' },
  {
    ...{ name: 'Lotte', role: 'helper', passphrase: 'een tuin vol wilde munt' },
    profile: {
      ...{ title: 'clinical-psychologist', gender: 'woman', languages: ['nl', 'en'] },
      themes: ['low-mood', 'worry', 'stress-and-burnout', 'sleep', 'self-image'],
      about: 'Ik luister eerst. Daarna zoeken we samen wat een eerste kleine stap kan zijn.',
      weekly: [1, 2, 3, 4, 5].map((day) => ({ day: day as Weekday, from: '18:00', to: '21:00' })),
    },
  },
  {
    ...{ name: 'Karim', role: 'helper', passphrase: 'twee stoelen bij het raam' },
    profile: {
      ...{ title: 'clinical-psychologist', gender: 'man', languages: ['nl', 'fr', 'ar'] },
      themes: ['relationship', 'family', 'loss', 'loneliness', 'worry'],
      about: 'Rustig, zonder oordeel. Je hoeft niet te weten waar je moet beginnen.',
      weekly: [2, 4, 6].map((day) => ({ day: day as Weekday, from: '10:00', to: '13:00' })),
    },
  },
  {
    ...{ name: 'Veerle', role: 'helper', passphrase: 'de bus van kwart voor negen' },
    profile: {
      ...{ title: 'clinical-orthopedagogue', gender: 'woman', languages: ['nl'] },
      themes: ['family', 'trauma', 'addiction', 'life-change', 'eating'],
      about: 'Ik werk graag heel concreet: wat helpt je vandaag al een beetje?',
      weekly: [],
    },
  },
]

type DemoLine = {
  readonly id: string
  readonly name: string
  readonly rings?: true
  readonly people: readonly Person[]
}

const demoLines: readonly DemoLine[] = [
  { id: 'tele-onthaal', name: 'Tele-Onthaal', people },
  { id: 'awel', name: 'Awel', people },
  { id: 'psycholoog', name: 'Praat met een psycholoog', rings: true, people: professionals },
]

/** The question whether to go on stands two days after a talk (F2); what was said is kept as long. */
const FOLLOW_UP_KEPT_MS = 3 * 24 * 60 * 60 * 1_000

const settings = { hours: { kind: 'always' }, talksMax: 3, retentionMs: 24 * 60 * 60 * 1_000 } as const

/** Fills an empty database once; later starts find it there and give the same sign-ins. */
export async function fillDemo(deps: Deps): Promise<readonly DemoSignIn[]> {
  for (const line of demoLines) {
    if (!(await deps.lines.find(line.id))) await fillLine(deps, line)
  }
  const signIns: DemoSignIn[] = []
  for (const { id: line, name: lineName, people } of demoLines) {
    for (const { name, role, passphrase } of people) {
      const member = await deps.staff.findByName(line, name)
      if (member) signIns.push({ line, lineName, name, role, passphrase, totpSecret: member.totpSecret })
    }
  }
  return signIns
}

async function fillLine(deps: Deps, { id: line, name, rings, people }: DemoLine) {
  const { lines, lineKeys, now } = deps
  await lines.put(line, { name, ...settings, ...(rings ? { rings, talksMax: 1, retentionMs: FOLLOW_UP_KEPT_MS } : {}) })
  const made = new Map<string, NewStaffIdentity>()
  for (const person of people) made.set(person.name, await createStaffIdentity())
  const [founder, ...others] = people
  const coordinator = founder && made.get(founder.name)?.identity
  if (!founder || !coordinator) throw new Error('The demonstration has no coordinator.')

  const entries = [await foundKeyBook({ line, coordinator, name: founder.name, at: now() })]
  for (const { name: who, role } of others) {
    const book = await readKeyBook(line, entries)
    const keys = made.get(who)?.publicKeys
    if (!book.ok || !keys) throw new Error('The demonstration could not make its key book.')
    const entry = await addMember({
      book: book.value,
      by: coordinator,
      member: { name: who, role, ...keys },
      at: now(),
    })
    if (!entry.ok) throw new Error('The demonstration could not add to its key book.')
    entries.push(entry.value)
  }
  for (const [index, entry] of entries.entries()) await lineKeys.appendToKeyBook(line, index, entry)
  for (const person of people) await enrol(deps, line, person, made.get(person.name) as NewStaffIdentity)
}

async function enrol(deps: Deps, line: string, person: Person, made: NewStaffIdentity) {
  const { staff, professionals, now } = deps
  const { name, role, passphrase, profile } = person
  const { kid } = made.identity
  const { wrapKey, verifier } = await deriveFromPassphrase({ passphrase, line, name })
  await staff.enrol({
    ...{ line, name, role },
    kid,
    verifierHash: hashOfVerifier(verifier),
    totpSecret: new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32,
    identity: await wrapIdentity(made.secret, wrapKey, { line, name }),
  })
  if (!profile) return
  await professionals.putProfile(line, kid, profile)
  const checkedAt = now()
  const recognition = { commissionNumber: '000000000', checkedBy: 'de demonstratie', checkedAt }
  await professionals.recognise(line, kid, { ...recognition, validUntil: recognisedUntil(checkedAt) })
}

/** GET /api/demo: the sign-ins with a code of this moment. Mounted in the demonstration only. */
export const demoRoutes = (signIns: readonly DemoSignIn[], now: () => Instant) =>
  new Hono().get('/', (c) => c.json({ signIns: signIns.map((signIn) => withCode(signIn, now())) }))

function withCode({ totpSecret, ...signIn }: DemoSignIn, now: Instant) {
  return { ...signIn, code: new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: now }) }
}
