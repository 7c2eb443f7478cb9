import { asTheSystem } from '../../src/platform/transaction.ts'
import { castMember } from './cast.ts'
import { idOf, type School } from './school.ts'

/** Somebody leaves every class they are in, as of yesterday. */
export async function endEnrollment(school: School, key: string): Promise<void> {
  const { districtId } = castMember(key)
  await asTheSystem(school.program.ground, { reason: 'leaves', districtId }, ({ db }) =>
    db
      .updateTable('enrollment')
      .set({ closed_on: '2026-11-24' })
      .where('person_id', '=', idOf(key))
      .execute(),
  )
}

/** Somebody is no guardian of a learner any more, as of yesterday. */
export async function endGuardianship(school: School, key: string, learner: string): Promise<void> {
  const { districtId } = castMember(key)
  await asTheSystem(school.program.ground, { reason: 'is removed', districtId }, ({ db }) =>
    db
      .updateTable('guardianship')
      .set({ closed_on: '2026-11-24' })
      .where('guardian_id', '=', idOf(key))
      .where('learner_id', '=', idOf(learner))
      .execute(),
  )
}
