import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { ShareReflection } from './contract.ts'
import { setAudiences } from './keeping-store.ts'
import { reflectionFor } from './store.ts'

export async function shareReflection(
  context: Context,
  input: InputOf<typeof ShareReflection>,
): Promise<void> {
  demand(await reflectionFor(context, input.id, 'share'))
  await setAudiences(context, input.id, input.audiences)
}
