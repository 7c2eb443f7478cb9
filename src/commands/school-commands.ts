import { noteActOf } from '../logbook/store.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { nameSchoolSo, schoolFor } from '../schools/kept-school-store.ts'
import { insertSchool } from '../schools/roster-store.ts'
import { districtOf, type Facts, type Given, NotUnderstood, want, within } from './command.ts'

export async function addSchool(ground: Ground, given: Given): Promise<Facts> {
  const districtId = await districtOf(ground, given)
  const id = newId()
  const name = want(given, 'name')
  await within(ground, districtId, async (context) => {
    await insertSchool(context.db, { id, districtId, name })
    const line = { act: 'school.opened', schoolId: id, said: { what: name } } as const
    await noteActOf({ ...context, districtId, personId: null }, line)
  })
  return { school: id }
}

export async function nameSchool(ground: Ground, given: Given): Promise<Facts> {
  const districtId = await districtOf(ground, given)
  const [school, name] = [want(given, 'school'), want(given, 'name').trim()]
  if (name === '') throw new NotUnderstood('--name is empty.')
  await within(ground, districtId, async (context) => {
    const before = await schoolFor(context.db, school)
    if (!before) throw new Refusal('not_found')
    const insteadOf = before.instead ?? before.name
    await nameSchoolSo(context, { districtId, schoolId: school, name, insteadOf }, null)
    const said = { what: name, before: 'yes', was: before.name }
    const line = { act: 'school.renamed', schoolId: school, said } as const
    await noteActOf({ ...context, districtId, personId: null }, line)
  })
  return { school, name }
}
