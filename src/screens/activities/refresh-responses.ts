import type { QueryClient } from '@tanstack/react-query'
import { GetActivity, ListInvitations, ListPieceActivities } from '../../activities/contract.ts'
import { GetPiece, GetPortfolio, WhoSees } from '../../work/contract.ts'

/** What a response makes out of date: the invitation, the piece, and who sees it. */
export const staleWithResponses = [
  GetActivity,
  ListInvitations,
  ListPieceActivities,
  GetPortfolio,
  GetPiece,
  WhoSees,
]

export async function refreshResponses(queries: QueryClient): Promise<void> {
  await Promise.all(staleWithResponses.map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
}
