import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import { asViewer } from '../platform/transaction.ts'
import { passwordFor } from './make-password.ts'
import { mostAtOnce, namesToTry } from './first-password.ts'
import { insertPasswords, lockPasswords, namesTaken } from './made-store.ts'
import { lackingInClass, lackingInSchool, type Lacking } from './store.ts'

type Wish = {
  id: string
  read: (context: Context, id: string) => Promise<Lacking[] | undefined>
  place: { classId: string } | { schoolId: string }
}

export const issueFirstPasswords = (doorstep: Doorstep, id: string) =>
  issue(doorstep, { id, read: lackingInClass, place: { classId: id } })
export const issueStaffFirstPasswords = (doorstep: Doorstep, id: string) =>
  issue(doorstep, { id, read: lackingInSchool, place: { schoolId: id } })

/** Passwords are hashed between two transactions, because that is slow on purpose. */
async function issue({ ground, asker }: Doorstep, { id, read, place }: Wish): Promise<{ made: number }> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const demand = async (context: Context) => {
    const lacking = await read(context, id)
    if (!lacking) throw new Refusal('not_found')
    return lacking.slice(0, mostAtOnce)
  }
  const before = await asViewer(ground, asker, demand)
  const keys = new Map<string, { id: string; hash: string }>()
  await Promise.all(
    before.map(async ({ personId }) => {
      const passwordId = newId()
      keys.set(personId, { id: passwordId, hash: await hashPassword(passwordFor(ground.secret, passwordId)) })
    }),
  )
  return asViewer(ground, asker, async (context) => {
    await lockPasswords(context)
    const people = (await demand(context)).filter(({ personId }) => keys.has(personId))
    if (people.length === 0) return { made: 0 }
    const names = people.map(namesToTry)
    const taken = await namesTaken(context.db, names.flat())
    const passwords = people.flatMap(({ personId }, position) => {
      const username = names[position]?.find((name) => !taken.has(name))
      const key = keys.get(personId)
      if (username === undefined || key === undefined) return []
      taken.add(username)
      return { personId, username, ...key }
    })
    const made = await insertPasswords(context, passwords)
    await noteActOfOffice(context, { act: 'passwords.issued', ...place, said: { count: made } })
    return { made }
  })
}
