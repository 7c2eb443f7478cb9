import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { AddOwnPrompt } from './contract.ts'
import { findOwnPrompt, insertOwnPrompt, putsQuestions } from './prompt-store.ts'

/** A question of a class's teacher, or of a school's own. */
export async function addOwnPrompt(context: Context, input: InputOf<typeof AddOwnPrompt>): Promise<void> {
  const { classId, schoolId } = input
  if (classId !== undefined) demand(await putsQuestions(context, { classId }))
  if (schoolId !== undefined) demand(await putsQuestions(context, { schoolId }))
  if ((classId === undefined) === (schoolId === undefined))
    throw new InvalidInput({ classId: 'one of class and school' })
  if (await insertOwnPrompt(context, input))
    return noteActOfOffice(context, {
      act: 'prompt.added',
      schoolId,
      classId,
      said: { what: input.words.slice(0, 120) },
    })
  const kept = await findOwnPrompt(context, input.id)
  if (kept?.added_by !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.class_id === (input.classId ?? null) &&
    kept.school_id === (input.schoolId ?? null) &&
    kept.words === input.words &&
    kept.french === input.french &&
    kept.stage === (input.stage ?? null) &&
    kept.band === (input.band ?? null)
  if (!same) throw new Refusal('id_taken')
}
