import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { KeepSchool, NameDistrict } from './contract.ts'
import {
  districtName,
  insertSchoolOnce,
  isNameOfSchool,
  keepsSchools,
  nameDistrictSo,
  nameSchoolSo,
  schoolFor,
} from './kept-school-store.ts'

/** Adds a school, or gives it another name: a roster takes that back only when it says a new one itself. */
export async function keepSchool(context: Context, input: InputOf<typeof KeepSchool>): Promise<void> {
  demand(await keepsSchools(context))
  const { db, viewer } = context
  const { id: schoolId } = input
  const name = tidied(input.name)
  const before = await schoolFor(db, schoolId)
  if (before?.name === name) return
  if (await isNameOfSchool(db, schoolId, name)) throw new Refusal('school_named_so')
  if (before === undefined) {
    if (!(await insertSchoolOnce(context, { id: schoolId, name }))) throw new Refusal('id_taken')
    return noteAct(context, { act: 'school.opened', schoolId, said: { what: name } })
  }
  const naming = { districtId: viewer.districtId, schoolId, name, insteadOf: before.instead ?? before.name }
  await nameSchoolSo(context, naming, viewer.personId)
  const said = { what: name, before: 'yes', was: before.name }
  await noteAct(context, { act: 'school.renamed', schoolId, said })
}

export async function nameDistrict(context: Context, input: InputOf<typeof NameDistrict>): Promise<void> {
  demand(await keepsSchools(context))
  const name = tidied(input.name)
  const was = await districtName(context.db)
  if (was === name) return
  await nameDistrictSo(context.db, name)
  await noteAct(context, { act: 'district.renamed', said: { what: name, was } })
}

function tidied(said: string): string {
  const name = said.trim().replaceAll(/\s+/g, ' ')
  if (name === '') throw new InvalidInput({ name: 'required' })
  return name
}
