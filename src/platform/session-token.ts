import { createHash, randomBytes } from 'node:crypto'

/** The token is only ever in the cookie; the database keeps its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()
