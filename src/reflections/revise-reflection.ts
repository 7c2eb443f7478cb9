import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { demandFiles } from './add-reflection.ts'
import type { ReviseReflection } from './contract.ts'
import { advanceReflection, insertRevision, isSameSaid } from './keeping-store.ts'
import { reflectionFor } from './store.ts'

/** Only the learner: what a scribe wrote becomes the learner's own words when they change it. */
export async function reviseReflection(
  context: Context,
  input: InputOf<typeof ReviseReflection>,
): Promise<void> {
  demand(await reflectionFor(context, input.id, 'revise'))
  if (input.body.trim() === '' && input.parts.length === 0) throw new InvalidInput({ body: 'empty' })
  await demandFiles(context, input)
  if (await advanceReflection(context, input.id, input.revision)) return insertRevision(context, input)
  if (!(await isSameSaid(context, input))) throw new Refusal('changed_elsewhere')
}
