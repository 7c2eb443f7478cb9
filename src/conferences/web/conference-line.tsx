import { Headphones, MessageCircleHeart, Presentation } from 'lucide-react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ListMyConferences } from '../contract.ts'

type Mine = Answer<typeof ListMyConferences>[number]

const freshMs = 7 * 24 * 3_600_000

/** On a first page: the way to a conference that is coming, and what a recording for the family has come to. */
export function ConferenceLine() {
  const { say, sayDate } = useWords()
  const { data = [] } = useRead(ListMyConferences, {}, { quietly: true })
  const coming = data.find(({ round }) => round.withdrawnAt === null)
  return (
    <>
      {data.map((one) => (
        <Recorded key={`${one.round.id} ${one.learner.id}`} one={one} />
      ))}
      {coming && (
        <div>
          <ButtonLink icon={Presentation} href="/conferences">
            {say(coming.mine ? 'conferences.line-mine' : 'conferences.line', {
              name: coming.learner.name,
              day: sayDate(coming.round.endsOn),
            })}
          </ButtonLink>
          {coming.nudge && <p role="note">{say('conferences.nudge-said', { name: coming.nudge.by.name })}</p>}
        </div>
      )}
    </>
  )
}

/** To a family, that it waits for them; to its learner, for a week, that somebody answered. */
function Recorded({ one: { mine, learner, conferences } }: { one: Mine }) {
  const { say } = useWords()
  return conferences.map(({ id, answer, sentAt, closedAt }) => {
    const isFresh = answer && Date.now() - Date.parse(answer.at) < freshMs
    if (!isFresh && (mine || !sentAt || closedAt)) return null
    return (
      <div key={id}>
        <ButtonLink
          look="primary"
          icon={isFresh ? MessageCircleHeart : Headphones}
          href={`/conferences/${id}`}
        >
          {isFresh
            ? say('walkthroughs.answered-you', { name: answer.name })
            : say('walkthroughs.waits-for-you', { name: learner.name })}
        </ButtonLink>
      </div>
    )
  })
}
