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
  /** Second folder for the keyring, on another disk. */
  readonly keyringCopy: string | undefined
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
      keyringCopy: of('KEYRING_COPY'),
    }),
  )
}

/** Beside the data of the demonstration, so that the next start knows what it is. */
export const demoMark = (dataDir: string) => join(dataDir, 'demonstration')

const isNewOrDemo = (dataDir: string) => !existsSync(dataDir) || existsSync(demoMark(dataDir))

const isOn = (value: string) => value === '1' || value === 'on' || value === 'true'

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535

const isUrlOf =
  (...protocols: string[]) =>
  (value: string) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol)

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value
