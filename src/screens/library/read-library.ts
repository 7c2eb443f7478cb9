import { useInfiniteQuery } from '@tanstack/react-query'
import { ListLibrary } from '../../library/contract.ts'
import type { shelves } from '../../library/item.ts'
import { call } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'

/** A shelf, newest first, read on when asked for more. */
export function useLibrary(shelf: (typeof shelves)[number], words: string) {
  const query = useInfiniteQuery({
    queryKey: [...queryKeyOf(ListLibrary), shelf, words],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...(words && { words }), ...(pageParam && { before: pageParam }) }
      return call(ListLibrary, { params: { shelf }, query: asked }, { signal })
    },
    getNextPageParam: ({ next }) => next,
  })
  return { ...query, found: query.data?.pages.flatMap(({ found }) => found) }
}
