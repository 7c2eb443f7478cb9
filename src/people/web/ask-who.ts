import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { GetMe } from '../contract.ts'
import { openDoor } from './opening.ts'

/** Asks who is here while the words are still on their way, so that neither waits for the other. */
export async function askWhoIsHere(queries: QueryClient): Promise<void> {
  if ((await openDoor()) !== 'open') return
  await queries.prefetchQuery({
    queryKey: queryKeyOf(GetMe, {}),
    queryFn: ({ signal }) => call(GetMe, {}, { signal, quietly: true }),
  })
}
