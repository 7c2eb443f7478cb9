import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { classFor } from './class-store.ts'
import type { EnrollPerson } from './contract.ts'
import { closePlace, findEnrollment, fitsInClass, insertPlace } from './place-store.ts'

/**
 * A place in a class, from today or a later day, and for a substitute until one. To teach in it opens its learners’
 * work, so that nobody gives that to themselves, and a child stands among learners only.
 */
export async function enrollPerson(context: Context, input: InputOf<typeof EnrollPerson>): Promise<void> {
  const { id, classId, personId, role } = input
  const kept = await classFor(context, classId)
  demand(kept)
  const before = await findEnrollment(context, id)
  if (before && (before.classId !== classId || before.personId !== personId || before.role !== role))
    throw new Refusal('id_taken')
  if (before) return
  const fits = await fitsInClass(context, input)
  if (!fits) throw new Refusal('not_found')
  if (personId === context.viewer.personId) throw new Refusal('not_allowed')
  if (role === 'teacher' ? fits.isLearner : fits.isAdult) throw new Refusal('not_their_place')
  const { opensOn, closesOn } = input
  if (opensOn !== null && opensOn > (kept?.closesOn ?? '')) throw new Refusal('days_do_not_fit')
  if (closesOn !== null && closesOn < fits.firstDay) throw new Refusal('days_do_not_fit')
  if (fits.isIn) throw new Refusal('there_already')
  await insertPlace(context, input)
  const act = role === 'teacher' ? 'enrollment.teacher-added' : 'enrollment.learner-added'
  await noteAct(context, {
    act,
    personId,
    classId,
    schoolId: kept?.schoolId,
    said: { what: kept?.name ?? '' },
  })
}

export async function unenrollPerson(context: Context, id: string): Promise<void> {
  const place = await findEnrollment(context, id)
  const kept = place && (await classFor(context, place.classId))
  demand(kept)
  if (!place?.isOpen) return
  await closePlace(context, id)
  const { classId, personId } = place
  const said = { what: kept?.name ?? '' }
  await noteAct(context, { act: 'enrollment.ended', personId, classId, schoolId: kept?.schoolId, said })
}
