import { Speech } from 'lucide-react'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ListMyDefenses } from '../contract.ts'

/** On a first page: presentations of mine that are still to come, or on whose panel I sit. */
export function DefenseLine() {
  const { say, sayDate } = useWords()
  const me = useMe()
  const { data } = useRead(ListMyDefenses, {})
  const coming = (data ?? []).filter(({ outcome }) => outcome !== 'through')
  if (coming.length === 0) return null
  return (
    <div>
      {coming.slice(0, 4).map(({ id, title, learner, heldOn, outcome, changedAt }) => {
        const line =
          learner.id === me.id
            ? say(outcome ? 'defenses.line-again' : 'defenses.line-mine', { title, day: sayDate(heldOn) })
            : say('defenses.line-panel', { name: learner.name, day: sayDate(heldOn) })
        return (
          <ButtonLink key={id} look="plain" icon={Speech} href={`/presentations/${id}`}>
            {changedAt ? say('defenses.changed-line', { day: sayDate(changedAt), line }) : line}
          </ButtonLink>
        )
      })}
    </div>
  )
}
