/** What a browser may do on our pages: as little as they need. On every answer, errors too. */
const features = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
]

function permissions(...allowed: readonly string[]): string {
  return features.map((feature) => `${feature}=(${allowed.includes(feature) ? 'self' : ''})`).join(', ')
}

const base = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions(),
  'X-Frame-Options': 'DENY',
  'Strict-Transport-Security': 'max-age=63072000',
}

const policy = (script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types houvast 'allow-duplicates'",
  ].join('; ')

export const apiHeaders = {
  ...base,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}

/** Where I am, for a text to a BackUp; microphone and camera, for a talk or something for the box. The browser asks before each. */
export const seekerPageHeaders = {
  ...base,
  'Permissions-Policy': permissions('geolocation', 'microphone', 'camera'),
  'Content-Security-Policy': policy("'self'", "'self'"),
}

/** Argon2id of seekers runs in a worker, which has this policy instead of its page's. It asks for nothing but its own code. */
export const stretchWorkerHeaders = {
  ...base,
  'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
}

/** Argon2id is WebAssembly, and the desk is where passphrases are typed. */
/** Microphone and camera, for a talk. */
export const deskPageHeaders = {
  ...base,
  'Permissions-Policy': permissions('microphone', 'camera'),
  'Content-Security-Policy': policy("'self' 'wasm-unsafe-eval'", "'self'"),
}

/** A page whose styles stand in it, so that it can be read without anything else: each is named by its hash. */
export const selfContainedPageHeaders = (styleHashes: readonly string[]) => ({
  ...base,
  'Content-Security-Policy': policy("'self'", styleHashes.map((hash) => `'sha256-${hash}'`).join(' ')),
})
