import { argon2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { cast } from './cast.ts'

/**
 * A stored password says itself what it costs to try. Those of the cast cost next to nothing, because every test
 * signs in anew; what Cairn itself asks for is tried in `src/platform/password.test.ts`.
 */
export async function lightenPasswords(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  for (const { username, password } of cast.people) {
    if (username === undefined || password === undefined) continue
    const change = 'update account set password_hash = $1 where username = $2'
    await client.query(change, [lightHash(password), username.toLowerCase()])
  }
  await client.end()
}

function lightHash(message: string): string {
  const nonce = randomBytes(16)
  const cost = { memory: 8, passes: 1 }
  const tag = argon2Sync('argon2id', { message, nonce, ...cost, parallelism: 1, tagLength: 32 })
  return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), tag.toString('base64url')].join(
    '$',
  )
}
