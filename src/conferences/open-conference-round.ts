import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { checklist, isRoundSpan } from './conference.ts'
import type { OpenConferenceRound } from './contract.ts'
import { insertRound, insertRoundRevision, isSameRound, openedByMe, teachesClass } from './store.ts'

export async function openConferenceRound(
  context: Context,
  input: InputOf<typeof OpenConferenceRound>,
): Promise<void> {
  if (!(await teachesClass(context, input.classId))) throw new Refusal('not_found')
  const round = { ...input, ...wordsOfRound(input), revision: 1 }
  if (await insertRound(context, round)) return insertRoundRevision(context, round)
  if (!(await openedByMe(context, input.id))) throw new Refusal('not_found')
  if (!(await isSameRound(context, round))) throw new Refusal('id_taken')
}

/** Tidied as it is kept: what is asked for is in the order of the checklist, each once. */
export function wordsOfRound(
  round: Pick<InputOf<typeof OpenConferenceRound>, 'name' | 'startsOn' | 'endsOn' | 'place' | 'asks'>,
) {
  const name = round.name.trim()
  if (name === '') throw new InvalidInput({ name: 'empty' })
  if (!isRoundSpan(round.startsOn, round.endsOn)) throw new InvalidInput({ endsOn: 'span' })
  return { name, place: round.place.trim(), asks: checklist.filter((one) => round.asks.includes(one)) }
}
