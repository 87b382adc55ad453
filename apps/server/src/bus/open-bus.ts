import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { aloneBus, type Bus } from './bus.ts'

/** NATS when named, else PostgreSQL's own when the database may be shared, else nobody to tell. */
export async function openBus(config: Config, site: string, log: Log): Promise<{ bus: Bus; name: string }> {
  if (config.natsUrl) {
    const { openNatsBus } = await import('./nats-bus.ts')
    return { bus: await openNatsBus(config.natsUrl, site, log), name: 'nats' }
  }
  if (config.databaseUrl) {
    const { openPostgresBus } = await import('./postgres-bus.ts')
    return { bus: await openPostgresBus(config.databaseUrl, log), name: 'postgres' }
  }
  return { bus: aloneBus(), name: 'alone' }
}
