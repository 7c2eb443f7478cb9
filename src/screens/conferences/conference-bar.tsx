import { useHat } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'

/** The bar of whoever is looking: a learner's own places, or the way to all conferences. */
export function ConferenceBar() {
  const [hat] = useHat()
  const { say } = useWords()
  if (hat === 'learner') return <LearnerBar />
  return (
    <PersonBar>
      <BarLink href="/conferences">{say('conferences.title')}</BarLink>
    </PersonBar>
  )
}
