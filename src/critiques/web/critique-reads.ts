import { GetBringing, GetCritiqueRound, ListCritiquesWaiting, ListPieceCritiques } from '../contract.ts'

/** What was read before somebody spoke, answered or decided, and is out of date afterwards. */
export const critiqueReads = [
  GetBringing,
  GetCritiqueRound,
  ListPieceCritiques,
  ListCritiquesWaiting,
] as const
