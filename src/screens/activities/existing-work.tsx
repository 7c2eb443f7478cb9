import { useQueryClient } from '@tanstack/react-query'
import { Check, Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { GetActivity, Respond } from '../../activities/contract.ts'
import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { PieceTile, type Tile } from '../../work/web/piece-tile.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import { WayBack } from '../learner/way-back.tsx'
import { Pending } from '../teacher/pending.tsx'
import type { Activity } from './activity-screen.tsx'
import { refreshResponses } from './refresh-responses.ts'
import { WhoWillSee } from './respond-screen.tsx'
import styles from './activities.module.css'

/** Responding with work that is there already, as it is or with a new attempt. */
export function ExistingWork({ params }: ScreenProps) {
  const { data, error, refetch } = useRead(GetActivity, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return data.may.respond ? <Choosing activity={data} /> : <Nowhere />
}

function Choosing({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const me = useMe()
  const { pieces, hasNextPage, fetchNextPage, isFetchingNextPage } = usePortfolio(me.id)
  const there = new Set(activity.responses.map(({ piece }) => piece.id))
  const choices = pieces?.filter(({ id }) => !there.has(id))
  return (
    <Page
      title={say('activities.use-existing')}
      bar={
        <PersonBar place={<WayBack href={`/activities/${activity.id}/respond`}>{activity.title}</WayBack>} />
      }
    >
      <WhoWillSee activity={activity} />
      {!choices && <Loading />}
      {choices?.length === 0 && <EmptyState title={say('activities.nothing-to-use')} />}
      <ul className={styles['grid']}>
        {choices?.map((piece) => (
          <li key={piece.id} className={styles['learner']}>
            <OneChoice activityId={activity.id} piece={piece} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('learner.older-work')}
          </Button>
        </div>
      )}
    </Page>
  )
}

function OneChoice({ activityId, piece }: { activityId: string; piece: Tile }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const [ids] = useState(() => ({ response: newId(), share: newId() }))
  const respond = useAct(Respond, {
    onDone: () => {
      void refreshResponses(queries)
      goTo(`/pieces/${piece.id}`, { replace: true })
    },
  })
  const name = <span className="unseen">: {piece.title || say('work.untitled')}</span>
  const body = { activityId, pieceId: piece.id, shareId: ids.share }
  return (
    <>
      <PieceTile piece={piece} href={null} />
      <div className={styles['tools']}>
        <Button
          icon={Check}
          busy={respond.isPending}
          onClick={() => respond.mutate({ params: { id: ids.response }, body })}
        >
          {say('activities.use-this')}
          {name}
        </Button>
        <ButtonLink look="plain" icon={Plus} href={`/pieces/${piece.id}/next?for=${activityId}`}>
          {say('activities.use-new-attempt')}
          {name}
        </ButtonLink>
      </div>
      {respond.error && (
        <Notice kind="problem">
          {(respond.error instanceof ApiRefusal && respond.error.sentence) || say('errors.failed')}
        </Notice>
      )}
    </>
  )
}
