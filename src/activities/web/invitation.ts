import type { Answer } from '../../platform/web/client.ts'
import { duenessOf } from '../activity.ts'
import type { ListInvitations } from '../contract.ts'

export type Invitation = Answer<typeof ListInvitations>[number]

/** Where an invitation stands for its learner. What was over before they came is theirs to catch up with. */
export type Stand = 'open' | 'missed' | 'done' | 'over'

export function standOf(invitation: Invitation, today: string): Stand {
  if (invitation.responses.length > 0) return 'done'
  if (!invitation.may.respond) return 'over'
  const { closed, dueOn, cameLater } = invitation
  return cameLater && (closed || duenessOf(dueOn, today) === 'late') ? 'missed' : 'open'
}

/** By where they stand; of what is open, what is due soonest comes first. */
export function sortInvitations(
  invitations: readonly Invitation[],
  today: string,
): Record<Stand, Invitation[]> {
  const sorted: Record<Stand, Invitation[]> = { open: [], missed: [], done: [], over: [] }
  for (const one of invitations) sorted[standOf(one, today)].push(one)
  sorted.open.sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
  return sorted
}
