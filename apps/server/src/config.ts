/** Reads the environment once, and refuses what makes no sense with the variable's name. Defaults are private and safe. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ok, type Result, refused } from '@houvast/rules/result'

export type Config = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly natsUrl: string | undefined
  readonly demo: boolean
  /** Where seekers come, as a browser says it; undefined: wherever they asked for. */
  readonly seekerOrigin: string | undefined
  readonly deskOrigin: string | undefined
  readonly relay: RelayConfig
  /** Paying online: the key of the provider, and another address than its own for trying out. */
  readonly mollie: { readonly key: string | undefined; readonly api: string | undefined }
  /** Second folder for the keyring, on another disk. */
  readonly keyringCopy: string | undefined
}

/** Relays of one's own, each with all ways to it and one secret for all; else the one in this program, on a port. */
export type RelayConfig = {
  readonly urls: readonly (readonly string[])[]
  readonly secret: string | undefined
  readonly port: number | 'off' | undefined
}

export type ConfigRefusal = { readonly variable: string; readonly sentence: string }

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(environment: Environment): Result<Config, readonly ConfigRefusal[]> {
  const wrong: ConfigRefusal[] = []
  const of = (variable: string) => environment[variable]?.trim() || undefined
  const check = (variable: string, isRight: (value: string) => boolean, sentence: string) => {
    const value = of(variable)
    if (value === undefined || isRight(value)) return value
    // An address may hold a password, and this is printed.
    const shown = value.includes('@') ? '' : ` It is «${value}».`
    wrong.push({ variable, sentence: sentence + shown })
    return value
  }

  const host = check('HOST', (v) => /^[A-Za-z0-9.:-]+$/.test(v), 'HOST must be an address or a host name.')
  const port = check('PORT', isPort, 'PORT must be a whole number from 1 to 65535.')
  const databaseUrl = check(
    'DATABASE_URL',
    isUrlOf('postgres:', 'postgresql:'),
    'DATABASE_URL must start with postgres://.',
  )
  const natsUrl = check('NATS_URL', isUrlOf('nats:', 'tls:'), 'NATS_URL must start with nats://.')
  const demo = check('DEMO', (v) => ['0', '1', 'on', 'off', 'true', 'false'].includes(v), 'DEMO must be on or off.')
  const seekerOrigin = check('SEEKER_ORIGIN', isOrigin, 'SEEKER_ORIGIN must be like https://praten.example.')
  const deskOrigin = check('DESK_ORIGIN', isOrigin, 'DESK_ORIGIN must be like https://desk.example.')
  const relayUrls = check('RELAY_URLS', isRelays, 'RELAY_URLS must be like turn:relay.example:3478?transport=udp.')
  const relayPort = check('RELAY_PORT', (v) => v === 'off' || isPort(v), 'RELAY_PORT must be a port, or off.')
  const relaySecret = of('RELAY_SECRET')
  if (relayUrls && !relaySecret)
    wrong.push({ variable: 'RELAY_SECRET', sentence: 'RELAY_URLS needs RELAY_SECRET, as the relay has it.' })
  const mollieKey = of('MOLLIE_KEY')
  // A key is never printed.
  if (mollieKey && !/^(?:test|live)_\w{20,}$/.test(mollieKey))
    wrong.push({ variable: 'MOLLIE_KEY', sentence: 'MOLLIE_KEY must begin with test_ or live_, as Mollie shows it.' })
  const mollieApi = check('MOLLIE_API', isProvider, 'MOLLIE_API must be an https address, or one on this machine.')
  const dataDir = resolve(of('DATA_DIR') ?? './data')
  if (natsUrl && !databaseUrl)
    wrong.push({
      variable: 'NATS_URL',
      sentence: 'NATS_URL joins several processes on one PostgreSQL: set DATABASE_URL too.',
    })
  if (wrong.length > 0) return refused(wrong)

  return ok(
    Object.freeze({
      host: host ?? '0.0.0.0',
      port: Number(port ?? 8080),
      dataDir,
      databaseUrl,
      natsUrl,
      demo: demo === undefined ? databaseUrl === undefined && isNewOrDemo(dataDir) : isOn(demo),
      seekerOrigin,
      deskOrigin,
      relay: {
        urls: relaysIn(relayUrls),
        secret: relaySecret,
        port: portOrOff(relayPort),
      },
      mollie: { key: mollieKey, api: mollieApi },
      keyringCopy: of('KEYRING_COPY'),
    }),
  )
}

/** Beside the data of the demonstration, so that the next start knows what it is. */
export const demoMark = (dataDir: string) => join(dataDir, 'demonstration')

const isNewOrDemo = (dataDir: string) => !existsSync(dataDir) || existsSync(demoMark(dataDir))

const isOn = (value: string) => value === '1' || value === 'on' || value === 'true'

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535

const portOrOff = (value: string | undefined): RelayConfig['port'] =>
  value === undefined || value === 'off' ? value : Number(value)

/** Relays are apart by a space, the ways to one by a comma. */
const relaysIn = (value: string | undefined) =>
  (value?.split(/\s+/) ?? []).map((relay) => relay.split(',').filter(Boolean)).filter((urls) => urls.length > 0)

const isRelays = (value: string) =>
  relaysIn(value)
    .flat()
    .every((url) => /^turns?:[^\s?]+(?:\?transport=(?:udp|tcp))?$/.test(url))

const isUrlOf =
  (...protocols: string[]) =>
  (value: string) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol)

const isProvider = (value: string) =>
  isUrlOf('https:')(value) || /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\//.test(value)

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value
