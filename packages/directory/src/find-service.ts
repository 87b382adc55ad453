import { lines } from './lines.ts'
import { otherServices } from './other-services.ts'
import type { Service } from './service.ts'

/** `undefined` for a name that is in no list. */
export function findService(id: string): Service | undefined {
  return [...lines, ...otherServices].find((service) => service.id === id)
}
