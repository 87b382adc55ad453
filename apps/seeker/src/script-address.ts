/**
 * A Trusted Types policy is needed to name the script of a worker; it lets through our own two and nothing else. `houvast` is the
 * one policy name that the server's Content-Security-Policy allows.
 */
const ours: ReadonlySet<string> = new Set(['/service-worker.js', '/stretch-worker.js'])

type Policy = { createScriptURL(url: string): unknown }
type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }

let policy: Policy | undefined

export function scriptAddress(script: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  policy ??= trustedTypes?.createPolicy('houvast', {
    createScriptURL: (url) => {
      if (!ours.has(url)) throw new TypeError('only our own workers are loaded this way')
      return url
    },
  })
  return (policy?.createScriptURL(script) ?? script) as string
}
