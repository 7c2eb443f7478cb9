import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'

/** The bar with a learner's few places: their work, words and goals, what they can do, what they show. */
export function LearnerBar() {
  const { say } = useWords()
  return (
    <PersonBar>
      <BarLink href="/">{say('learner.my-work')}</BarLink>
      <BarLink href="/reflections">{say('learner.my-words')}</BarLink>
      <BarLink href="/goals">{say('learner.my-goals')}</BarLink>
      <BarLink href="/can-do">{say('learner.can-do')}</BarLink>
      <BarLink href="/collections">{say('learner.my-collections')}</BarLink>
    </PersonBar>
  )
}
