import { createHash } from 'node:crypto'

/** What the server keeps of the secret that resumes a conversation. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')
