import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { OpenCritiqueRound } from './contract.ts'
import { demandTables } from './demand-tables.ts'
import { longestRound } from './critique.ts'
import { protocolOf } from './protocol.ts'
import { insertArrangement, insertRound, isSameRound } from './round-store.ts'
import { classFor } from './setting-store.ts'

/** A teacher opens a round for learners of their class, in a space where learners may answer each other. */
export async function openRound(context: Context, input: InputOf<typeof OpenCritiqueRound>): Promise<void> {
  const found = await classFor(context, input.classId)
  demand(found)
  const protocol = protocolOf(input.protocol)
  if (!found || !protocol) throw new Refusal('invalid', { fields: 'protocol' })
  const days = (Date.parse(input.closesOn) - Date.parse(input.opensOn)) / 86_400_000
  if (days < 0 || days > longestRound) throw new Refusal('invalid', { fields: 'closesOn' })
  const round = { ...input, spaceId: found.spaceId, protocolVersion: protocol.version }
  await demandTables(context, found.spaceId, input.tables, input.gives)
  if (!found.peersMay) throw new Refusal('peers_not_allowed')
  if (await insertRound(context, round)) {
    return insertArrangement(context, input.id, 1, input.tables)
  }
  const same = await isSameRound(context, round)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}
