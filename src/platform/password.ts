import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** argon2id as OWASP's Password Storage Cheat Sheet asks at least: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost })
  return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), tag.toString('base64url')].join(
    '$',
  )
}

/** Without a stored hash it works as long and answers no, so that a name's existence does not show. */
export async function passwordHolds(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, nonce, tag] = (stored ?? absent).split('$')
  const right = Buffer.from(tag ?? '', 'base64url')
  const given = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce ?? '', 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: 1,
    tagLength: right.length,
  })
  return timingSafeEqual(given, right) && stored !== undefined
}

const absent = [
  'argon2id',
  cost.memory,
  cost.passes,
  'AAAAAAAAAAAAAAAAAAAAAA',
  Buffer.alloc(32).toString('base64url'),
].join('$')

/** Letters and digits that nobody mixes up, in groups that can be read out over the telephone. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
