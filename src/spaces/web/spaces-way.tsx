import { Link } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'

/** From a learner's first page to their spaces. */
export function SpacesWay() {
  const { say } = useWords()
  return (
    <p>
      <Link href="/spaces">{say('groups.my-spaces')}</Link>
    </p>
  )
}
