import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { GetPortfolio } from '../contract.ts'
import { schoolYearOf } from '../piece.ts'
import type { Tile } from './piece-tile.tsx'
import { useTilesWithWaiting } from './use-waiting-work.ts'

/** A learner's work, newest first, read on when asked for more. */
export function usePortfolio(learnerId: string) {
  const query = useInfiniteQuery({
    queryKey: queryKeyOf(GetPortfolio, { params: { id: learnerId }, query: {} }),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(
        GetPortfolio,
        { params: { id: learnerId }, query: pageParam ? { before: pageParam } : {} },
        { signal },
      ),
    // a cover that is being made ready is looked for again
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ pieces }) => pieces.some(isComing)) ? 4_000 : false,
    getNextPageParam: ({ next }) => next,
  })
  const tiles = query.data?.pages.flatMap(({ pieces }) => pieces)
  return { ...query, pieces: useTilesWithWaiting(learnerId, { tiles, isFetching: query.isFetching }) }
}

function isComing({ cover }: Tile): boolean {
  return cover !== null && cover.state !== 'ready' && cover.state !== 'failed'
}

export type WorkOfYear = { year: number; pieces: Tile[] }

/** By school year, newest first; pieces keep their order. */
export function byYear(pieces: readonly Tile[]): WorkOfYear[] {
  const years = Map.groupBy(pieces, ({ grownAt }) => schoolYearOf(grownAt))
  return [...years]
    .map(([year, inYear]) => ({ year, pieces: inYear }))
    .sort((one, other) => other.year - one.year)
}
