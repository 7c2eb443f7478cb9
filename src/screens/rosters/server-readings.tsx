import type { GetRosterFeeds } from '../../feeds/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useReason } from './why-not.ts'

/** When last everything was read and when last only changes, so that nobody takes the one for the other. */
export function ServerReadings({ server }: { server: NonNullable<Answer<typeof GetRosterFeeds>['server']> }) {
  const { say, sayDate } = useWords()
  const { askedAt, wholeAt, changesAt, givesChanges, trouble } = server
  const reason = useReason()(trouble)
  const lines = [
    askedAt === null
      ? say('rosters.server-never')
      : say('rosters.server-asked', { day: sayDate(askedAt, 'short') }),
    wholeAt !== null && say('rosters.server-whole', { day: sayDate(wholeAt, 'short') }),
    changesAt !== null && say('rosters.server-changes', { day: sayDate(changesAt, 'short') }),
    givesChanges === false && say('rosters.server-no-changes'),
  ]
  return (
    <div role="status">
      <p>{lines.filter(Boolean).join(' ')}</p>
      {trouble !== '' && (
        <Notice kind="problem" title={say('rosters.server-trouble')}>
          {reason}
        </Notice>
      )}
    </div>
  )
}
