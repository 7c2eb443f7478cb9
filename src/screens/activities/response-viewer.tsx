import { ArrowLeft, ArrowRight, MessageCircle } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { GetActivity, ListResponses } from '../../activities/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import { useKeys } from '../feedback/keys.ts'
import { WayBack } from '../learner/way-back.tsx'
import { NotReached } from '../teacher/not-reached.tsx'
import { Pending } from '../teacher/pending.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { type Shown, stepShown, shownOf } from './shown-response.ts'
import styles from './activities.module.css'

/** The responses one after the other, large; arrows turn, f gives feedback. */
export function ResponseViewer({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const activity = useRead(GetActivity, { params: { id } })
  const responses = useRead(ListResponses, { params: { id } })
  const [search, setSearch] = useSearchParams()
  if (!activity.data || !responses.data) {
    return <Pending error={activity.error ?? responses.error} onTryAgain={() => responses.refetch()} />
  }
  const all = shownOf(responses.data)
  const at = Math.max(
    0,
    all.findIndex((one) => one.responseId === search.get('at')),
  )
  const shown = all[at]
  if (!shown) return <Nowhere />
  const turn = (by: number) => {
    const next = all[stepShown(at, by, all.length)]
    if (next) setSearch({ at: next.responseId }, { replace: true })
  }
  return (
    <OneResponse
      key={shown.responseId}
      activity={{ id, title: activity.data.title }}
      shown={shown}
      place={{ at, of: all.length }}
      onTurn={turn}
    />
  )
}

type OneResponseProps = {
  activity: { id: string; title: string }
  shown: Shown
  place: { at: number; of: number }
  onTurn: (by: number) => void
}

function OneResponse({ activity, shown, place, onTurn }: OneResponseProps) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  const feedback = `/activities/${activity.id}/feedback?start=${shown.iterationId}`
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useKeys({
    ArrowRight: () => onTurn(1),
    ArrowLeft: () => onTurn(-1),
    f: () => goTo(feedback),
  })
  return (
    <Page
      title={`${shown.learner.name}: ${activity.title}`}
      heading="unseen"
      bar={<PersonBar place={<WayBack href={`/activities/${activity.id}`}>{activity.title}</WayBack>} />}
    >
      <div className={styles['turns']}>
        <Face person={shown.learner} />
        <div className={styles['named']}>
          <h2 ref={heading} tabIndex={-1}>
            {shown.learner.name}
          </h2>
          <Link href={`/pieces/${shown.piece.id}`}>{shown.piece.title || say('work.untitled')}</Link>
        </div>
        <span className={styles['count']}>{say('activities.place', { at: place.at + 1, of: place.of })}</span>
        <Button icon={ArrowLeft} aria-disabled={place.at === 0} onClick={() => onTurn(-1)}>
          {say('teacher.previous')}
        </Button>
        <Button icon={ArrowRight} aria-disabled={place.at + 1 === place.of} onClick={() => onTurn(1)}>
          {say('teacher.next')}
        </Button>
        <ButtonLink look="primary" icon={MessageCircle} href={feedback}>
          {say('teacher.give-feedback')}
        </ButtonLink>
      </div>
      <Work pieceId={shown.piece.id} />
    </Page>
  )
}

function Work({ pieceId }: { pieceId: string }) {
  const { data, error, refetch } = useRead(GetPiece, { params: { id: pieceId } })
  const latest = data?.iterations.at(-1)
  if (!data && error) return <NotReached error={error} onTryAgain={refetch} />
  return latest ? <Parts parts={latest.parts} /> : <Loading />
}
