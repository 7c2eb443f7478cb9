import { createHash, randomBytes } from 'node:crypto'

/** A key begins with its kind, so that whoever finds one in a file knows what it is, and scanners do. */
export const newKey = (): string => `cairn_key_${randomBytes(32).toString('base64url')}`
/** A key has 256 random bits, so a plain hash is enough: there is nothing to guess. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest()
