import { Redirect } from 'wouter'
import { useHat, useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { LearnerHome } from '../learner/home.tsx'

/** The first page of a person: it follows from the hat they wear. */
export function HomeScreen() {
  const me = useMe()
  const [hat] = useHat()
  if (me.hats.length === 0) return <NothingOpen />
  if (hat === 'learner') return <LearnerHome />
  return <Redirect to={{ teacher: '/today', guardian: '/family', office: '/office' }[hat]} replace />
}

/** Every tie of this person has ended, or has not begun. */
function NothingOpen() {
  const { say } = useWords()
  const { givenName } = useMe()
  return (
    <Page title={say('people.nothing-open')} heading="unseen" width="reading" bar={<PersonBar />}>
      <EmptyState title={say('people.nothing-open')}>
        <p>{say('people.nothing-open-meaning', { name: givenName })}</p>
      </EmptyState>
    </Page>
  )
}
