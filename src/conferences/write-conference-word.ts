import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { AddConferenceWord, AgreeOnGoal } from './contract.ts'
import {
  conferenceOfWord,
  insertAgreement,
  insertWord,
  isOwnUpload,
  isSameAgreement,
  isSameWord,
  markWordTakenBack,
} from './meeting-keeping-store.ts'
import { conferenceFor, writingFor } from './meeting-store.ts'
import { isKnown, knownThere } from './preparation-store.ts'

type Telling = {
  conferenceId: string
  role: 'learner' | 'guardian' | 'teacher'
  personId?: string | undefined
}

/** Who said it, as far as they are known to this learner; and whether this hand may write it down. */
async function speaker(context: Context, { conferenceId, role, personId }: Telling) {
  const meeting = await conferenceFor(context, conferenceId, 'write')
  demand(meeting)
  if (!meeting) throw new Refusal('not_found')
  const wanted = role === 'learner' ? meeting.learnerId : (personId ?? null)
  const known = await knownThere(context, meeting, wanted === null ? [] : [{ role, personId: wanted }])
  const saidBy = wanted !== null && isKnown(known, role, wanted) ? wanted : null
  demand(await writingFor(context, { conferenceId, role, saidBy }))
  return { saidBy, learnerId: meeting.learnerId }
}

export async function addConferenceWord(
  context: Context,
  { personId, ...input }: InputOf<typeof AddConferenceWord>,
): Promise<void> {
  if (input.words.trim() === '' && input.mediaId === undefined) throw new InvalidInput({ words: 'empty' })
  const { saidBy } = await speaker(context, { ...input, personId })
  if (!(await isOwnUpload(context, input.mediaId))) throw new Refusal('not_found')
  if (await insertWord(context, { ...input, saidBy })) return
  const same = await isSameWord(context, input)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}

export async function takeConferenceWordBack(context: Context, id: string): Promise<void> {
  const conferenceId = await conferenceOfWord(context, id)
  if (conferenceId === undefined) throw new Refusal('not_found')
  demand(await conferenceFor(context, conferenceId, 'write'))
  await markWordTakenBack(context, id)
}

export async function agreeOnGoal(
  context: Context,
  { personId, ...input }: InputOf<typeof AgreeOnGoal>,
): Promise<void> {
  const { saidBy, learnerId } = await speaker(context, { ...input, personId })
  const kept = await insertAgreement(context, { ...input, saidBy }, learnerId)
  if (kept) return
  const same = kept === undefined ? undefined : await isSameAgreement(context, input)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}
