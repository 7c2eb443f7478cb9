import { isNotThere } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { ConferenceBar } from './conference-bar.tsx'

type NotReachedProps = { error: Error | null; onTryAgain: () => unknown }

/** A page whose answer is not there yet, or will not come. */
export function NotReached({ error, onTryAgain }: NotReachedProps) {
  const { say } = useWords()
  if (!error) return <Loading />
  if (isNotThere(error)) return <Nowhere />
  return (
    <Page title={say('conferences.title')} width="reading" bar={<ConferenceBar />}>
      <Notice
        kind="problem"
        title={say('conferences.not-reached')}
        action={<Button onClick={() => void onTryAgain()}>{say('conferences.try-again')}</Button>}
      />
    </Page>
  )
}
