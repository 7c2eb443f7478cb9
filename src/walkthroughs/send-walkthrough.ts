import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { SendWalkthrough } from './contract.ts'
import { insertWalkthrough, isForSomebody, walkthroughFor } from './store.ts'
import { isInOrder } from './walkthrough.ts'

export async function sendWalkthrough(
  context: Context,
  input: InputOf<typeof SendWalkthrough>,
): Promise<void> {
  demand(await walkthroughFor(context, input.id, 'send'))
  if (!(await isForSomebody(context, input.id))) throw new InvalidInput({ people: 'nobody' })
  if (!isInOrder(input)) throw new InvalidInput({ marks: 'order' })
  if (!(await insertWalkthrough(context, input))) throw new Refusal('not_found')
}
