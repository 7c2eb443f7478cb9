import { noteActOf } from '../logbook/store.ts'
import { addPerson } from '../people/add-person.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { endSupportPerson, insertSupportPerson } from '../support/store.ts'
import { newPassword } from '../platform/password.ts'
import type { Facts, Given } from './command.ts'

const why = (districtId: string) => ({ reason: 'from the command line', districtId })

/** A way to sign in that opens nothing until a district lets them in; and then not without a second step. */
export async function addSupport(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const [id, password] = [newId(), newPassword()]
  const { given: givenName = '', family: familyName = '', username = '', host = '' } = given
  await asTheSystem(ground, why(districtId), async ({ db, now, tell }) => {
    await addPerson(
      { db, now, tell },
      { id, districtId, givenName, familyName, username: username.trim(), password },
    )
    await insertSupportPerson(db, { personId: id, districtId, host, now })
    await noteActOf(
      { db, now, districtId, personId: null },
      { act: 'person.entered', personId: id, said: { what: `${givenName} ${familyName} (${host})` } },
    )
  })
  return { person: id, username: username.trim(), password }
}

export async function removeSupport(
  ground: Ground,
  { username = '' }: Given,
  districtId: string,
): Promise<Facts> {
  await asTheSystem(ground, why(districtId), async ({ db, now }) => {
    const id = await endSupportPerson(db, username, now)
    if (!id) throw new Refusal('not_found')
    await noteActOf({ db, now, districtId, personId: null }, { act: 'support.ended', personId: id })
  })
  return { username, support: 'ended' }
}
