import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import { findOwnPrompt, markPromptClosed, putsQuestions } from './prompt-store.ts'

/** Any teacher of the class, or whoever leads the school: a question outlives whoever put it. */
export async function closeOwnPrompt(context: Context, id: string): Promise<void> {
  const prompt = await findOwnPrompt(context, id)
  const place = prompt && { classId: prompt.class_id ?? undefined, schoolId: prompt.school_id ?? undefined }
  demand(place && (await putsQuestions(context, place)))
  await markPromptClosed(context, id)
  const said = { what: prompt?.words.slice(0, 120) ?? '' }
  await noteActOfOffice(context, { act: 'prompt.closed', ...place, said })
}
