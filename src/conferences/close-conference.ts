import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { closeMeeting, isClosed, keepPage } from './closing-store.ts'
import type { CloseConference, TurnConferencePage } from './contract.ts'
import { conferenceFor } from './meeting-store.ts'

/** Sent again, or from a second device, it is closed once. */
export async function closeConference(
  context: Context,
  { id, ...shown }: InputOf<typeof CloseConference>,
): Promise<void> {
  const meeting = await conferenceFor(context, id, 'lead')
  if (meeting && (await isClosed(context, id)) && (await conferenceFor(context, id, 'write'))?.allowed) return
  demand(meeting)
  await closeMeeting(context, { id, ...shown })
}

export async function turnConferencePage(
  context: Context,
  { id, number }: InputOf<typeof TurnConferencePage>,
): Promise<void> {
  demand(await conferenceFor(context, id, 'lead'))
  await keepPage(context, id, number)
}
