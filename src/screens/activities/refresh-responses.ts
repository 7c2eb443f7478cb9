import type { QueryClient } from '@tanstack/react-query'
import { GetActivity, ListInvitations, ListPieceActivities } from '../../activities/contract.ts'
import { GetPiece, GetPortfolio, WhoSees } from '../../work/contract.ts'

const stale = [GetActivity, ListInvitations, ListPieceActivities, GetPortfolio, GetPiece, WhoSees]

/** What a response changes: the invitation, the piece, and who sees it. */
export async function refreshResponses(queries: QueryClient): Promise<void> {
  await Promise.all(stale.map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
}
