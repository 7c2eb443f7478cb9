import type { Answer } from '../../platform/web/client.ts'
import type { GetPiece } from '../../work/contract.ts'

/** An attempt as a piece's page shows it; whoever shows two of them fetched them. */
export type Attempt = Answer<typeof GetPiece>['iterations'][number]

export type Pair = { earlier: Attempt; later: Attempt }
