import { expect, test } from 'vitest'
import { hashPassword, passwordHolds } from './password.ts'

test('a password is kept as OWASP asks, and only it opens what it was kept as', async () => {
  const kept = await hashPassword('été des Indiens')
  expect(kept).toMatch(/^argon2id\$19456\$2\$[\w-]{22}\$[\w-]{43}$/)
  expect(await hashPassword('été des Indiens')).not.toBe(kept)
  expect(await passwordHolds('été des Indiens'.normalize('NFD'), kept)).toBe(true)
  expect(await passwordHolds('ete des Indiens', kept)).toBe(false)
  expect(await passwordHolds('été des Indiens', undefined)).toBe(false)
})
