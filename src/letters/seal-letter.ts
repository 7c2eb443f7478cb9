import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { SealLetter } from './contract.ts'
import { isLaterDay } from './letter.ts'
import { countOwnFiles, dayWritten, insertLetter, isSameLetter, letterFor } from './store.ts'

/**
 * The day is compared with the day it was written, not with today: a letter that waited on a tablet for a week
 * is not refused because its day has come meanwhile.
 */
export async function sealLetter(context: Context, input: InputOf<typeof SealLetter>): Promise<void> {
  const writtenOn = await dayWritten(context)
  if (writtenOn === undefined) throw new Refusal('not_found')
  if (await letterFor(context, input.id)) return demandSame(context, input)
  if (input.body.trim() === '' && input.parts.length === 0) throw new InvalidInput({ body: 'empty' })
  const files = [...new Set(input.parts.map(({ mediaId }) => mediaId))]
  if ((await countOwnFiles(context, files)) !== files.length) throw new Refusal('not_found')
  if (!isLaterDay(input.opensOn, writtenOn)) throw new InvalidInput({ opensOn: 'not later' })
  if (!(await insertLetter(context, input))) throw new Refusal('not_found')
}

async function demandSame(context: Context, input: InputOf<typeof SealLetter>): Promise<void> {
  if (!(await isSameLetter(context, input))) throw new Refusal('id_taken')
}
