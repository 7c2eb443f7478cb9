import { v7 as newId } from 'uuid'
import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { MakeWelcomes } from '../../src/welcomes/contract.ts'
import { pathTo, pinFor } from '../../src/welcomes/hand-link.ts'
import { castMember } from './cast.ts'
import { classOf, idOf, type School } from './school.ts'

export type Link = { id: string; url: string; pin: string }

/** As guardians are whom the school has only just entered: nobody made up a password yet. */
export async function withoutPassword(school: School, keys: string[]): Promise<void> {
  const { districtId } = castMember('mika')
  await asTheSystem(school.program.ground, { reason: 'test', districtId }, async ({ db }) => {
    await sql`update account set username = null, password_hash = null where person_id = any(${keys.map(idOf)}::uuid[])`.execute(
      db,
    )
  })
}

/** A link as the school makes it, with what stands in the letter and on the sheet of PINs. */
export async function linkFor(
  school: School,
  by: string,
  guardian: string,
  classKey = 'division-3',
): Promise<Link> {
  const id = newId()
  const answer = await school.as(by).ask(MakeWelcomes, {
    params: { id: classOf(classKey) },
    body: { welcomes: [{ id, guardianId: idOf(guardian) }] },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  const { secret } = school.program.ground
  return { id, url: pathTo(secret, id), pin: pinFor(secret, id) }
}

export const sayPin = (school: School, url: string, pin: string, more: Record<string, string> = {}) =>
  school.program.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', ...more },
    payload: new URLSearchParams({ pin }).toString(),
  })

/** The cookie of a device that is remembered. */
export async function comeIn(school: School, { url, pin }: Link): Promise<string> {
  const answer = await school.program.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ pin, remember: 'yes' }).toString(),
  })
  const cookie = answer.cookies[0]
  if (!cookie) throw new Error(answer.body)
  return `${cookie.name}=${cookie.value}`
}
