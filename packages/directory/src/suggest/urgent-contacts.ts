/** Name and number of who is called in danger. No number: a page with addresses. */
import { findService } from '../find-service.ts'

export function urgentContact(id: string): { readonly name: string; readonly number: string | undefined } {
  const service = findService(id === '1813-phone' ? 'zelfmoord1813' : id)
  if (!service) throw new Error(`Nobody in the directory is called ${id}`)
  return { name: service.name, number: service.channels.find(({ number }) => number)?.number?.value }
}
