import { CalendarHeart, Mail } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ListExhibitions } from '../contract.ts'

/** On a learner's page: showcase events of their classes that are still to come, and the way there. */
export function EventLine() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListExhibitions, {})
  const coming = (data ?? []).filter(({ state }) => state === 'before' || state === 'open')
  if (coming.length === 0) return null
  return (
    <div>
      {coming.map(({ id, title, heldOn, joined }) => (
        <ButtonLink key={id} look="plain" icon={CalendarHeart} href={`/showcase-events/${id}`}>
          {say(joined ? 'exhibitions.line-joined' : 'exhibitions.line-asked', {
            title,
            day: sayDate(heldOn),
          })}
        </ButtonLink>
      ))}
    </div>
  )
}

/** On a teacher's first page: slips of guests that a child waits for. */
export function SlipsLine() {
  const { say } = useWords()
  const { data } = useRead(ListExhibitions, {})
  const holding = (data ?? []).filter(({ held }) => held > 0)
  if (holding.length === 0) return null
  return (
    <div>
      {holding.map(({ id, title, held }) => (
        <ButtonLink key={id} look="plain" icon={Mail} href={`/showcase-events/${id}/slips`}>
          {say('exhibitions.line-held', { title, count: held })}
        </ButtonLink>
      ))}
    </div>
  )
}
