import { useNetworkState } from '../../platform/web/network.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import type { GetTimeline } from '../contract.ts'
import type { Asked, useFound } from './asked.ts'
import { Entries } from './entries.tsx'

type FoundEntriesProps = {
  found: ReturnType<typeof useFound<typeof GetTimeline>>
  asked: Asked
  mine: boolean
  showsLearner?: boolean
}

/** What was found, or kind words where nothing was. */
export function FoundEntries({ found, asked, mine, showsLearner = false }: FoundEntriesProps) {
  const { say } = useWords()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found
  const looks = Object.keys(asked).length > 0
  if (!data && error) return <Away looks={looks} onTryAgain={() => void refetch()} />
  if (!data) return <Loading />
  const pages: readonly Answer<typeof GetTimeline>[] = data.pages
  const entries = pages.flatMap((page) => page.entries)
  if (entries.length === 0) {
    return (
      <EmptyState title={say(looks ? 'timeline.nothing-found' : 'timeline.nothing-yet')}>
        <p>{say(looks ? 'timeline.nothing-found-meaning' : 'timeline.nothing-yet-meaning')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {looks && (
        <p role="status">
          {pages[0]?.near
            ? say('timeline.near')
            : say(hasNextPage ? 'timeline.found-more' : 'timeline.found', { count: entries.length })}
        </p>
      )}
      <Entries entries={entries} looked={asked.words} mine={mine} showsLearner={showsLearner} />
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('timeline.older')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Looking for something needs the network; what was seen before opens without one. */
function Away({ looks, onTryAgain }: { looks: boolean; onTryAgain: () => void }) {
  const { say } = useWords()
  const network = useNetworkState()
  return (
    <Notice kind="wait" action={<Button onClick={onTryAgain}>{say('timeline.try-again')}</Button>}>
      {say(looks && network !== 'here' ? 'timeline.needs-network' : 'timeline.not-reached')}
    </Notice>
  )
}
