import { noteActOf } from '../logbook/store.ts'
import type { Line } from '../logbook/line.ts'
import type { SystemContext } from '../platform/transaction.ts'
import type { NewRole } from '../schools/give-role.ts'
import { findClass } from '../schools/roster-store.ts'

type Added = Omit<NewRole, 'openedOn'> & { what: string }

/** What the screens of the office would have written of it, done by nobody of the district. */
export async function noteAdded(context: SystemContext, added: Added): Promise<void> {
  const { districtId, personId, what } = added
  const doer = { ...context, districtId, personId: null }
  await noteActOf(doer, { act: 'person.entered', personId, said: { what } })
  for (const line of await tieAdded(context, added)) await noteActOf(doer, line)
}

async function tieAdded({ db }: SystemContext, added: Added): Promise<Line[]> {
  const { role, personId, classId, schoolId, learnerId, relationship: what = 'guardian' } = added
  if (role === 'guardian' && learnerId !== undefined)
    return [
      { act: 'guardianship.added', personId: learnerId, said: { what, otherId: personId } },
      { act: 'guardianship.added', personId, said: { what, otherId: learnerId } },
    ]
  if (role !== 'learner' && role !== 'teacher')
    return [{ act: 'person.charged', personId, schoolId, said: { kind: role } }]
  const here = classId === undefined ? undefined : await findClass(db, classId)
  const act = role === 'learner' ? 'enrollment.learner-added' : 'enrollment.teacher-added'
  return [{ act, personId, classId, schoolId: here?.schoolId, said: { what: here?.name ?? '' } }]
}
