import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { ShareClaim } from './contract.ts'
import { setAudiences } from './keeping-store.ts'
import { claimFor } from './store.ts'

export async function shareClaim(context: Context, input: InputOf<typeof ShareClaim>): Promise<void> {
  demand(await claimFor(context, input.id, 'share'))
  await setAudiences(context, input.id, input.audiences)
}
