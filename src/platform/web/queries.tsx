import {
  QueryClient,
  QueryClientProvider,
  type QueryKey,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Answer, type CallableEndpoint, call, type Sent } from './client.ts'

/**
 * Retrying and waiting for the network is the client's business; this only remembers answers. What a page said
 * without a network is asked again once it is back, however fresh: it came from this device, or was an excuse.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: 30_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        refetchOnReconnect: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

export function QueriesProvider({ children, queries }: { children: ReactNode; queries: QueryClient }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}

export function queryKeyOf<E extends CallableEndpoint>(endpoint: E, sent?: Sent<E>): QueryKey {
  return sent === undefined ? [endpoint.name] : [endpoint.name, sent]
}

type ReadOptions = {
  enabled?: boolean
  quietly?: boolean
  refetchInterval?: number | false
  /** asked anew whenever it is shown, because something elsewhere may have changed it */
  refetchOnMount?: 'always'
}

/** Reads an endpoint and remembers the answer under its name. */
export function useRead<E extends CallableEndpoint>(endpoint: E, sent: Sent<E>, options: ReadOptions = {}) {
  const { quietly = false, ...rest } = options
  return useQuery<Answer<E>>({
    queryKey: queryKeyOf(endpoint, sent),
    queryFn: async ({ signal }) =>
      ((await call(endpoint, sent, { signal, quietly })) ?? null) as unknown as Answer<E>,
    ...rest,
  })
}

type ActOptions<E extends CallableEndpoint> = {
  /** Endpoints whose remembered answers are out of date once this is done. */
  refreshes?: readonly CallableEndpoint[]
  onDone?: (answer: Answer<E>, sent: Sent<E>) => void
}

/** Does something: `const keep = useAct(KeepPiece, { refreshes: [GetPiece] })`, then `keep.mutate({ ... })`. */
export function useAct<E extends CallableEndpoint>(endpoint: E, options: ActOptions<E> = {}) {
  const queries = useQueryClient()
  return useMutation<Answer<E>, Error, Sent<E>>({
    mutationFn: (sent) => call(endpoint, sent),
    onSuccess: async (answer, sent) => {
      options.onDone?.(answer, sent)
      const stale = options.refreshes ?? []
      await Promise.all(stale.map((read) => queries.invalidateQueries({ queryKey: queryKeyOf(read) })))
    },
  })
}
