import { useInfiniteQuery } from '@tanstack/react-query'
import type { ListActivities } from '../../activities/contract.ts'
import { type Answer, call, type Sent } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import type { GetPortfolio, GetWall } from '../../work/contract.ts'

type ReadOn = typeof GetWall | typeof GetPortfolio | typeof ListActivities

/** Reads a long list page by page, each page asking for what came before the last one. */
export function useReadOn<E extends ReadOn>(endpoint: E, id: string) {
  return useInfiniteQuery({
    queryKey: [...queryKeyOf(endpoint), 'on', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Answer<E>> => {
      const sent = { params: { id }, query: pageParam ? { before: pageParam } : {} } as Sent<E>
      return call(endpoint, sent, { signal })
    },
    getNextPageParam: (page: Answer<E>) => (page as { next: string | null }).next ?? undefined,
  })
}
