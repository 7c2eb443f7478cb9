import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { AddOwnPrompt } from './contract.ts'
import { insertOwnPrompt, isSameOwnPrompt, putsQuestions } from './prompt-store.ts'

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
  const kept = await isSameOwnPrompt(context, input)
  if (!kept) throw new Refusal('not_found')
  if (!kept.same) throw new Refusal('id_taken')
}
