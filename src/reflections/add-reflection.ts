import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { AddReflection } from './contract.ts'
import {
  countUsableFiles,
  insertReflection,
  isAboutTheirs,
  isSameSaid,
  setAudiences,
} from './keeping-store.ts'
import { reflectionFor, speakerOf } from './store.ts'

/**
 * A learner reflects; or an adult writes down what a child says to them, and is from the start among those who
 * may read it. Nobody writes a reflection in any other way.
 */
export async function addReflection(context: Context, input: InputOf<typeof AddReflection>): Promise<void> {
  const learnerId = input.learnerId ?? context.viewer.personId
  const speaker = await speakerOf(context, learnerId)
  demand(speaker)
  if (input.body.trim() === '' && input.parts.length === 0) throw new InvalidInput({ body: 'empty' })
  const added = { ...input, learnerId }
  if (!(await isAboutTheirs(context, added))) throw new Refusal('not_found')
  await demandFiles(context, input)
  if (!(await insertReflection(context, added))) return refuseUnlessSame(context, added)
  const scribes = speaker?.scribes ?? null
  await setAudiences(
    context,
    input.id,
    scribes === null ? input.audiences : [...new Set([...input.audiences, scribes])],
  )
}

export async function demandFiles(
  context: Context,
  { id, parts }: Pick<InputOf<typeof AddReflection>, 'id' | 'parts'>,
): Promise<void> {
  const ids = [...new Set(parts.map(({ mediaId }) => mediaId))]
  if (ids.length > 0 && (await countUsableFiles(context, id, ids)) !== ids.length)
    throw new Refusal('not_found')
}

async function refuseUnlessSame(
  context: Context,
  added: InputOf<typeof AddReflection> & { learnerId: string },
): Promise<void> {
  const kept = await reflectionFor(context, added.id, 'revise')
  if (kept?.learnerId !== added.learnerId) throw new Refusal('not_found')
  if (!(await isSameSaid(context, { ...added, revision: 1 }))) throw new Refusal('id_taken')
}
