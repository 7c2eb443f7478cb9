import { ApiRefusal, isNotThere } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { TeacherBar } from './teacher-bar.tsx'

type PendingProps = { error: Error | null; onTryAgain: () => unknown }

/** A screen whose answer is not there yet, or will not come. */
export function Pending({ error, onTryAgain }: PendingProps) {
  const { say } = useWords()
  if (!error) return <Loading />
  if (isNotThere(error)) return <Nowhere />
  return (
    <Page title={say('teacher.away-title')} heading="unseen" width="reading" bar={<TeacherBar />}>
      <EmptyState
        title={say('teacher.away-title')}
        action={
          <Button look="primary" onClick={() => void onTryAgain()}>
            {say('teacher.try-again')}
          </Button>
        }
      >
        <p>{error instanceof ApiRefusal ? error.sentence : say('teacher.away-meaning')}</p>
      </EmptyState>
    </Page>
  )
}
