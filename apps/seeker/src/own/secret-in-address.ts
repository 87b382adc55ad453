/** The secret behind the `#` of a link never reaches a server; it is taken out of the address, and so of the history, at once. */
export function takeSecretFromAddress(): string {
  const secret = location.hash.slice(1)
  if (secret) history.replaceState(history.state, '', location.pathname + location.search)
  return secret
}
