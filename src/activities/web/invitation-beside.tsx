import { X } from 'lucide-react'
import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { GetPiece, WhoSees } from '../../work/contract.ts'
import {
  GetActivity,
  ListInvitations,
  ListPieceActivities,
  ListResponses,
  WithdrawResponse,
} from '../contract.ts'
import { WithLinks } from './with-links.tsx'
import styles from './invitation-beside.module.css'

type Beside = Answer<typeof ListPieceActivities>[number]

/** Beside a piece: what its learner was asked, in the teacher's words. For families the way to understand it. */
export function InvitationBeside({ pieceId }: { pieceId: string }) {
  const { data } = useRead(ListPieceActivities, { params: { id: pieceId } })
  if (!data || data.length === 0) return null
  return data.map((one) => <OneInvitation key={one.responseId} invitation={one} />)
}

function OneInvitation({ invitation }: { invitation: Beside }) {
  const { say } = useWords()
  const { id, title, instructions, createdBy, responseId, may } = invitation
  return (
    <section className={styles['beside']} aria-labelledby={`invited-${responseId}`}>
      <p className={styles['by']}>{say('activities.invited-by', { name: createdBy.name })}</p>
      <h2 id={`invited-${responseId}`}>
        <Link href={`/activities/${id}`}>{title}</Link>
      </h2>
      {instructions && (
        <p className={styles['words']}>
          <WithLinks text={instructions} />
        </p>
      )}
      {may.withdraw && <TakeOut responseId={responseId} />}
    </section>
  )
}

/** Said before it is done: the piece stays, the teachers of the class see it no more. */
function TakeOut({ responseId }: { responseId: string }) {
  const { say } = useWords()
  const withdraw = useAct(WithdrawResponse, {
    refreshes: [ListPieceActivities, ListInvitations, GetActivity, ListResponses, GetPiece, WhoSees],
  })
  return (
    <details className={styles['out']}>
      <summary>{say('activities.take-out')}</summary>
      <p>{say('activities.take-out-meaning')}</p>
      <Button
        icon={X}
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ params: { id: responseId } })}
      >
        {say('activities.take-out-yes')}
      </Button>
      {withdraw.isError && <p role="alert">{say('errors.failed')}</p>}
    </details>
  )
}
