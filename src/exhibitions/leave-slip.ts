import { createHash } from 'node:crypto'
import { noteFailure } from '../people/store.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { SlipForm } from './contract.ts'
import type { BehindExhibition } from './door-store.ts'
import { mostSlips, slipMinutes } from './exhibition.ts'
import { countLately, insertSlip } from './slip-store.ts'

type Left = { exhibition: BehindExhibition; standId: string; visitor: string; body: unknown }

/** A guest's words to a learner, held until a teacher has read them. Says what is wrong otherwise. */
export async function leaveSlip(
  ground: Ground,
  { exhibition, standId, visitor, body }: Left,
): Promise<'empty' | 'rests' | undefined> {
  const read = SlipForm.safeParse(body)
  if (!read.success) return 'empty'
  const now = ground.now()
  const since = new Date(now.getTime() - slipMinutes * 60_000)
  const counted = createHash('sha256').update(`slips ${exhibition.id} ${visitor}`).digest()
  if ((await noteFailure(ground.database, counted, now, since)) > mostSlips.guest) return 'rests'
  const { districtId } = exhibition
  return asTheSystem(ground, { reason: 'keep a guest’s slip', districtId }, async ({ db }) => {
    const lately = await countLately(db, standId, since)
    if (lately.stand >= mostSlips.stand || lately.exhibition >= mostSlips.exhibition) return 'rests'
    const slip = { ...read.data, standId }
    // whoever went back and wrote something else in the same form has written another slip
    if (!(await insertSlip(db, slip, { districtId, now })))
      await insertSlip(db, { ...slip, id: newId() }, { districtId, now })
    return undefined
  })
}
