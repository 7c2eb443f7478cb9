import { newId } from '../platform/new-id.ts'
import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { insertAccount, insertPerson, type NewPerson } from './person-store.ts'

/** Somebody new in a district, with a name and a password to sign in with; their ties come after. */
export async function addPerson(
  { db, now }: SystemContext,
  person: NewPerson & { username: string; password: string },
): Promise<void> {
  const passwordHash = await hashPassword(person.password)
  await insertPerson(db, person, now)
  const { districtId, username } = person
  const account = {
    id: newId(),
    districtId,
    personId: person.id,
    username: username.toLowerCase(),
    passwordHash,
  }
  if (!(await insertAccount(db, account, now))) throw new Refusal('id_taken')
}
