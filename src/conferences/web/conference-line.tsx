import { Presentation } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ListMyConferences } from '../contract.ts'

/** On a first page while there is a conference: the way to it. Nothing where there is none. */
export function ConferenceLine() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListMyConferences, {}, { quietly: true })
  const coming = data?.find(({ round }) => round.withdrawnAt === null)
  if (!coming) return null
  return (
    <div>
      <ButtonLink icon={Presentation} href="/conferences">
        {say(coming.mine ? 'conferences.line-mine' : 'conferences.line', {
          name: coming.learner.name,
          day: sayDate(coming.round.endsOn),
        })}
      </ButtonLink>
      {coming.nudge && <p role="note">{say('conferences.nudge-said', { name: coming.nudge.by.name })}</p>}
    </div>
  )
}
