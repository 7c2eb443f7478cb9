import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { ReviseOwnPrompt } from './contract.ts'
import { advanceOwnPrompt, isSamePrompt, keepEarlierPrompt } from './prompt-revision-store.ts'
import { findOwnPrompt, putsQuestions } from './prompt-store.ts'

/** Whoever may end a question may put it differently. What was answered keeps the words it answered. */
export async function reviseOwnPrompt(
  context: Context,
  input: InputOf<typeof ReviseOwnPrompt>,
): Promise<void> {
  const prompt = await findOwnPrompt(context, input.id)
  const place = prompt && { classId: prompt.class_id ?? undefined, schoolId: prompt.school_id ?? undefined }
  demand(place && (await putsQuestions(context, place)))
  if (prompt?.closed_at) throw new Refusal('not_allowed')
  await keepEarlierPrompt(context, input.id, input.revision - 1)
  if (await advanceOwnPrompt(context, input))
    return noteActOfOffice(context, {
      act: 'prompt.revised',
      ...place,
      said: { what: input.words.slice(0, 120) },
    })
  if (!(await isSamePrompt(context, input))) throw new Refusal('changed_elsewhere')
}
