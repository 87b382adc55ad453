/** Where a relay is, as browsers write it: `turn:host:3478?transport=udp` (RFC 7065). */
export type RelayPlace = { readonly host: string; readonly port: number; readonly transport: 'udp' | 'tcp' | 'tls' }

export function readRelayUrl(url: string): RelayPlace | undefined {
  const [, scheme, bracketed, plain, port, transport] =
    /^(turns?):(?:\[([\da-f:.]+)\]|([^:?[\]]+))(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i.exec(url) ?? []
  const host = bracketed ?? plain
  if (!scheme || !host) return undefined
  const isSecure = scheme.toLowerCase() === 'turns'
  if (isSecure && transport === 'udp') return undefined
  return {
    host,
    port: port ? Number(port) : isSecure ? 5349 : 3478,
    transport: isSecure ? 'tls' : transport === 'tcp' ? 'tcp' : 'udp',
  }
}
