import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page, TopBar } from '../../ui/page.tsx'

/** No network, and nothing kept on this device yet. */
export function CannotReach({ onTryAgain }: { onTryAgain: () => void }) {
  const { say } = useWords()
  return (
    <Page title={say('people.away-title')} heading="unseen" width="reading" bar={<TopBar />}>
      <EmptyState
        title={say('people.away-title')}
        action={
          <Button look="primary" onClick={onTryAgain}>
            {say('people.away-try')}
          </Button>
        }
      >
        <p>{say('people.away-meaning')}</p>
      </EmptyState>
    </Page>
  )
}
