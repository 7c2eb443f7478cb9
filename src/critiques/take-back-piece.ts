import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { bringingFor, insertBringingWithdrawal } from './bringing-store.ts'

export async function takeBackPiece(context: Context, input: { id: string }): Promise<void> {
  const bringing = await bringingFor(context, input.id, 'takeBack')
  // sent twice it is still taken back, and only its maker still finds it
  if (bringing?.takenBack) return
  demand(bringing)
  await insertBringingWithdrawal(context, input.id)
}
