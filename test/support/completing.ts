import { v7 as newId } from 'uuid'
import * as communications from '../../src/communications/contract.ts'
import { SetGoal } from '../../src/goals/contract.ts'
import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { AddReflection } from '../../src/reflections/contract.ts'
import { MakeClaim } from '../../src/self-assessment/contract.ts'
import { cast, castMember } from './cast.ts'
import { classOf, type School } from './school.ts'

/** What tests of completeness do again and again. */
export const told = 'What I said is nobody’s business 7c1f'

export const schoolOf = (key: string): string => {
  const found = cast.districts.flatMap(({ schools }) => schools).find((one) => one.key === key)
  if (!found) throw new Error(`there is no school ${key}`)
  return found.id
}

export const adopt = (school: School, key = 'singh') =>
  school.as(key).ask(communications.AdoptPlan, { body: { pack: 'bc/communications' } })

export const reflect = (school: School, key: string, more: object = {}, id = newId()) =>
  school
    .as(key)
    .ask(AddReflection, { params: { id }, body: { body: told, ...more } })
    .then((answer) => ({ id, answer }))

export const setGoal = (school: School, key: string, id = newId()) =>
  school
    .as(key)
    .ask(SetGoal, { params: { id }, body: { form: 'step', words: { step: told } } })
    .then((answer) => ({ id, answer }))

/** At a competency that `adoptPack` (claiming.ts) found. */
export const sayWhatICan = (
  school: School,
  key: string,
  competencyId: string,
  more: object = {},
  id = newId(),
) =>
  school
    .as(key)
    .ask(MakeClaim, { params: { id }, body: { competencyId, words: told, ...more } })
    .then((answer) => ({ id, answer }))

export const classBoard = (school: School, key: string, classKey = 'division-3', communicationId?: string) =>
  school.as(key).ask(communications.GetClassCompleteness, {
    params: { id: classOf(classKey) },
    ...(communicationId ? { query: { communicationId } } : {}),
  })

export const schoolBoard = (school: School, key: string, schoolKey = 'cedar-hill') =>
  school.as(key).ask(communications.GetSchoolCompleteness, { params: { id: schoolOf(schoolKey) } })

/** What the roster says from now on, as an import would write it. */
export const roster = (
  school: School,
  district: string,
  ...statements: readonly ReturnType<typeof sql>[]
): Promise<void> =>
  asTheSystem(
    school.program.ground,
    { reason: 'test', districtId: castMember(district).districtId },
    async ({ db }) => {
      for (const statement of statements) await statement.execute(db)
    },
  )

export const enroll = (key: string, classKey: string, from: string, grade = '4') => {
  const { id, districtId } = castMember(key)
  return sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
    values (${newId()}, ${districtId}, ${classOf(classKey)}, ${id}, 'student', ${grade}, ${from}::date)`
}

export const unenroll = (key: string, classKey: string, on: string) =>
  sql`update enrollment set closed_on = ${on}::date
    where person_id = ${castMember(key).id} and class_id = ${classOf(classKey)} and closed_on is null`
