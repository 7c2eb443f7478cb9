import { newToken } from '../platform/session-token.ts'

/** A key begins with its kind, so that whoever finds one in a file knows what it is, and scanners do. */
export const newKey = (): string => `cairn_key_${newToken()}`
