/** Argon2id, in a file of its own so that its WebAssembly is fetched only where a passphrase is typed. */
import { argon2id } from 'hash-wasm'
import { type Bytes, concat } from './bytes.ts'

/** OWASP's first choice of parameters: 19 MiB, two passes, one lane. */
export async function stretch(passphrase: Bytes, salt: Bytes): Promise<Bytes> {
  const options = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 } as const
  return concat(await argon2id({ ...options, password: passphrase, salt, outputType: 'binary' }))
}
