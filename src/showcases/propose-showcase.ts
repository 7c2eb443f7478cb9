import { demand } from '../access/may.ts'
import { isEmpty, settledContent } from '../collections/copy.ts'
import { composeCopy, insertCopy } from '../collections/copy-store.ts'
import { collectionFor } from '../collections/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { hashPassword } from '../platform/password.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { ProposeShowcase } from './contract.ts'
import { insertShowcase, momentOf, whoseShowcase } from './keeping-store.ts'

const longestDays = 366

/** A learner asks to open a collection, as it is at this moment, to people with a link. */
export async function proposeShowcase(
  context: Context,
  input: InputOf<typeof ProposeShowcase>,
): Promise<void> {
  const { db, now, viewer } = context
  const kept = await whoseShowcase(context, input.id)
  if (kept) return refuseUnlessSame(context, kept, input.collectionId)
  demand(await collectionFor(context, input.collectionId, 'open'))
  const closesAt = await momentOf(context, input.closesOn, input.closesAtMinute)
  if (!closesAt || closesAt <= now) throw new InvalidInput({ closesOn: 'past' })
  if (closesAt.getTime() > now.getTime() + longestDays * 24 * 3_600_000) {
    throw new InvalidInput({ closesOn: 'too_far' })
  }
  const composed = await composeCopy(db, input.collectionId)
  if (!composed) throw new Refusal('not_found')
  const settled = settledContent(composed.content)
  if (isEmpty(settled.content)) throw new InvalidInput({ collectionId: 'empty' })
  const copyId = newId()
  const whose = {
    districtId: viewer.districtId,
    learnerId: viewer.personId,
    collectionId: input.collectionId,
  }
  const { revision } = composed
  await insertCopy(db, now, { id: copyId, kind: 'showcase', revision, ...whose, ...settled })
  const passcodeHash = input.passcode === undefined ? null : await hashPassword(input.passcode)
  await insertShowcase(context, {
    id: input.id,
    collectionId: input.collectionId,
    copyId,
    closesAt,
    passcodeHash,
  })
}

/** Sent again, it is asked for once; another's id is not there for us. */
function refuseUnlessSame(
  { viewer }: Context,
  kept: { learnerId: string; collectionId: string },
  collectionId: string,
): void {
  if (kept.learnerId !== viewer.personId) throw new Refusal('not_found')
  if (kept.collectionId !== collectionId) throw new Refusal('id_taken')
}
