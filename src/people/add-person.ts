import { newId } from '../platform/new-id.ts'
import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { noteGivenPassword } from './own-password-store.ts'
import { insertAccount, insertPerson, type NewPerson } from './person-store.ts'

/** Somebody new in a district, with a name and a password that was made for them; their ties come after. */
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
    username: username.normalize('NFC').toLowerCase(),
    passwordHash,
  }
  if (!(await insertAccount(db, account, now))) throw new Refusal('id_taken')
  await noteGivenPassword(db, { accountId: account.id, districtId, givenBy: null }, now)
}
