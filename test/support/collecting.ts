import { v7 as newId } from 'uuid'
import * as contract from '../../src/collections/contract.ts'
import type { InputOf } from '../../src/platform/contract.ts'
import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { castMember, cast } from './cast.ts'
import type { School } from './school.ts'

type Choice = InputOf<typeof contract.AddCollection>['sections'][number]['choices'][number]
export type Body = Partial<Omit<InputOf<typeof contract.AddCollection>, 'id' | 'sections'>> & {
  sections?: { id?: string; title?: string; from?: number; choices?: Partial<Choice>[] }[]
}

/** The same ids wherever a body is sent again. */
export function collectionOf(body: Body = {}) {
  const sections = (body.sections ?? []).map(({ choices = [], ...section }) => ({
    id: newId(),
    ...section,
    choices: choices.map((choice) => ({ id: newId(), ...choice })),
  }))
  return { title: 'What I am proud of', about: 'I look for a long time.', ...body, sections }
}

export const choosing = (...choices: Partial<Choice>[]) =>
  collectionOf({ sections: [{ title: 'My best work', choices }] })

export const audienceOf = (...audiences: string[]) =>
  audiences.map((audience) => ({ audience })) as InputOf<typeof contract.ShareCollection>['audiences']

export async function collect(
  school: School,
  key: string,
  body: ReturnType<typeof collectionOf>,
  audiences: InputOf<typeof contract.ShareCollection>['audiences'] = [],
) {
  const id = newId()
  const params = { id }
  const added = await school.as(key).ask(contract.AddCollection, { params, body })
  if (added.status !== 200) throw new Error(added.text)
  const shared = await school.as(key).ask(contract.ShareCollection, { params, body: { audiences } })
  if (shared.status !== 200) throw new Error(shared.text)
  return id
}

/** A class at another school of the district that begins in September, with its learner and its teacher. */
export async function enrollNextYear(
  school: School,
  learner: string,
  teacher: string,
  days: { opensOn: string; closesOn: string },
): Promise<string> {
  const { districtId, id: personId } = castMember(learner)
  const elsewhere = cast.districts.find(({ id }) => id === districtId)?.schools.at(-1)
  const classId = newId()
  await asTheSystem(school.program.ground, { reason: 'next year', districtId }, async ({ db }) => {
    await sql`insert into class (id, district_id, school_id, name, opens_on, closes_on)
      values (${classId}, ${districtId}, ${elsewhere?.id}, 'Next year', ${days.opensOn}, ${days.closesOn})`.execute(
      db,
    )
    await sql`insert into space (id, district_id, class_id, name)
      values (${newId()}, ${districtId}, ${classId}, 'Next year')`.execute(db)
    for (const [role, person] of [
      ['student', personId],
      ['teacher', castMember(teacher).id],
    ]) {
      await sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
        values (${newId()}, ${districtId}, ${classId}, ${person}, ${role}, ${role === 'student' ? '5' : null}, ${days.opensOn})`.execute(
        db,
      )
    }
  })
  return classId
}
