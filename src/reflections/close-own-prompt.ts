import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { classTaught, findOwnPrompt, markPromptClosed } from './prompt-store.ts'

/** Any teacher of the class: a question outlives whoever put it. */
export async function closeOwnPrompt(context: Context, id: string): Promise<void> {
  const prompt = await findOwnPrompt(context, id)
  demand(prompt && (await classTaught(context, prompt.class_id)))
  await markPromptClosed(context, id)
}
