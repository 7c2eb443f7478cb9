import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { isRoundSpan } from './conference.ts'
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

export function wordsOfRound(round: { name: string; startsOn: string; endsOn: string }): { name: string } {
  const name = round.name.trim()
  if (name === '') throw new InvalidInput({ name: 'empty' })
  if (!isRoundSpan(round.startsOn, round.endsOn)) throw new InvalidInput({ endsOn: 'span' })
  return { name }
}
