import { useInfiniteQuery } from '@tanstack/react-query'
import { type Answer, call, type Sent } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetEarlierSpace, GetOwnSpace } from '../../spaces/contract.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import type { Tile } from '../../work/web/piece-tile.tsx'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** A learner's own work, page by page, as one of the two endpoints has it. */
function useWork<E extends typeof GetOwnSpace | typeof GetEarlierSpace>(endpoint: E, params: object) {
  return useInfiniteQuery({
    queryKey: [...queryKeyOf(endpoint), 'on', params],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Answer<E>> =>
      call(endpoint, { ...params, query: pageParam ? { before: pageParam } : {} } as Sent<E>, { signal }),
    getNextPageParam: (page: Answer<E>) => page.next ?? undefined,
  })
}

/** What is shown in no space: a learner's own. */
export function OwnSpace() {
  const { say } = useWords()
  const work = useWork(GetOwnSpace, {})
  if (!work.data) return <Pending error={work.error} onTryAgain={work.refetch} />
  const pieces = work.data.pages.flatMap((page) => page.pieces)
  return (
    <Page title={say('groups.own')} lead={say('groups.own-meaning')} bar={<TeacherBar />}>
      <Work pieces={pieces} more={work} nothing={say('groups.own-empty')} />
    </Page>
  )
}

/** For ever: what I made in a class, a group or a one-to-one that is over. */
export function EarlierSpace({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const work = useWork(GetEarlierSpace, { params: { id: params['id'] ?? '' } })
  const space = work.data?.pages[0]?.space
  if (!work.data || !space) return <Pending error={work.error} onTryAgain={work.refetch} />
  const pieces = work.data.pages.flatMap((page) => page.pieces)
  const lead = [
    say(`groups.kind-${space.kind}`),
    space.school,
    say('groups.until', { day: sayDate(space.until) }),
  ]
  return (
    <Page title={space.name} lead={lead.join(' · ')} bar={<TeacherBar />}>
      <p>{say('groups.earlier-yours')}</p>
      <Work pieces={pieces} more={work} nothing={say('groups.earlier-empty')} />
    </Page>
  )
}

type WorkProps = {
  pieces: readonly Tile[]
  nothing: string
  more: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

function Work({ pieces, nothing, more }: WorkProps) {
  const { say } = useWords()
  if (pieces.length === 0) return <EmptyState title={nothing} />
  return (
    <>
      <PieceWall pieces={pieces} />
      {more.hasNextPage && (
        <div>
          <Button busy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {say('teacher.older')}
          </Button>
        </div>
      )}
    </>
  )
}
