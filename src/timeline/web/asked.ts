import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { type Answer, call, type Sent } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import type { FindInClass, GetTimeline } from '../contract.ts'
import { entryKinds, mediums } from '../timeline.ts'

export type Entry = Answer<typeof GetTimeline>['entries'][number]
export type Choices = Answer<typeof GetTimeline>['choices']

const fields = ['words', 'from', 'to', 'kind', 'medium', 'person', 'class', 'competency'] as const
export type Field = (typeof fields)[number]
export type Asked = Partial<Record<Field, string>>

const among: Partial<Record<Field, readonly string[]>> = { kind: entryKinds, medium: mediums }

/** What is looked for is part of the address: it can be gone back to, and a name of nonsense in it is left out. */
export function useAsked(): { asked: Asked; ask: (change: Asked) => void; clear: () => void } {
  const [search, setSearch] = useSearchParams()
  const asked: Asked = Object.fromEntries(
    fields.flatMap((field) => {
      const value = search.get(field)?.trim() ?? ''
      return value === '' || !(among[field]?.includes(value) ?? true) ? [] : [[field, value]]
    }),
  )
  const go = (next: Asked) =>
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value)), { replace: true })
  return { asked, ask: (change) => go({ ...asked, ...change }), clear: () => go({}) }
}

type Finding = typeof GetTimeline | typeof FindInClass

const newest: { before?: string; beforeId?: string } = {}

/** Page by page; the last answer stays in sight until the next one is here. */
export function useFound<E extends Finding>(endpoint: E, id: string, asked: Asked) {
  return useInfiniteQuery({
    queryKey: [...queryKeyOf(endpoint), 'on', id, asked],
    initialPageParam: newest,
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }): Promise<Answer<E>> =>
      call(endpoint, { params: { id }, query: { ...asked, ...pageParam } } as unknown as Sent<E>, { signal }),
    getNextPageParam: (page: Answer<E>) => (page as Answer<typeof GetTimeline>).next ?? undefined,
  })
}
