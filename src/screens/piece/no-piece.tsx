import { PersonBar } from '../../people/web/top-bar.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'

/** Not there, not for this person, or not to be reached just now. */
export function NoPiece({ error, onTry }: { error: Error; onTry: () => void }) {
  const { say } = useWords()
  const refused = error instanceof ApiRefusal
  const title = say(refused ? 'piece.gone-title' : 'piece.away-title')
  return (
    <Page title={title} heading="unseen" width="reading" bar={<PersonBar />}>
      <EmptyState
        title={title}
        action={
          refused ? (
            <ButtonLink look="primary" href="/">
              {say('piece.go-home')}
            </ButtonLink>
          ) : (
            <Button look="primary" onClick={onTry}>
              {say('piece.try-again')}
            </Button>
          )
        }
      >
        <p>{say(refused ? 'piece.gone-meaning' : 'piece.away-meaning')}</p>
      </EmptyState>
    </Page>
  )
}
