import { RotateCcw } from 'lucide-react'
import { restorableDays } from '../../deletions/deletion.ts'
import { ListTakenBack } from '../../filings/contract.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece, GetPortfolio, ListDeletions, RestoreWork } from '../../work/contract.ts'
import { PieceTile } from '../../work/web/piece-tile.tsx'
import styles from './deleted-work.module.css'
import { WayBack } from './way-back.tsx'

type Deletion = Answer<typeof ListDeletions>[number]

/** What was deleted and can still come back. */
export function DeletedWork() {
  const { say } = useWords()
  return (
    <Page
      title={say('learner.deleted')}
      lead={say('learner.deleted-lead', { days: restorableDays })}
      bar={<PersonBar place={<WayBack href="/">{say('learner.my-work')}</WayBack>} />}
    >
      <NotMine />
      <Deletions />
    </Page>
  )
}

/** What an adult had filed here by mistake: that it was, and whom to ask, never what it was. */
function NotMine() {
  const { say, sayDate } = useWords()
  const { data = [] } = useRead(ListTakenBack, {})
  return data.map(({ takenBackBy, at }) => (
    <Notice key={at} kind="note" title={say('filings.taken-from-me')}>
      {say('filings.taken-from-me-by', { name: takenBackBy.name, when: sayDate(at, 'day') })}
    </Notice>
  ))
}

function Deletions() {
  const { say } = useWords()
  const { data, isError, refetch } = useRead(ListDeletions, {})
  if (!data && isError) {
    return (
      <Notice kind="wait" action={<Button onClick={() => void refetch()}>{say('learner.try-again')}</Button>}>
        {say('learner.work-away')}
      </Notice>
    )
  }
  if (!data) return <Loading />
  if (data.length === 0) return <EmptyState title={say('learner.nothing-deleted')} />
  return (
    <ul className={styles['list']}>
      {data.map((deletion) => (
        <DeletedPiece key={deletion.id} deletion={deletion} />
      ))}
    </ul>
  )
}

function DeletedPiece({ deletion }: { deletion: Deletion }) {
  const { say, sayDate } = useWords()
  const restore = useAct(RestoreWork, { refreshes: [ListDeletions, GetPortfolio, GetPiece] })
  const { id, piece, iterationNumber, erasedOn } = deletion
  const name = piece.title || say('work.untitled')
  return (
    <li className={styles['deleted']}>
      <PieceTile piece={piece} href={null} />
      <p className={styles['about']}>
        {iterationNumber !== null && `${say('learner.only-attempt', { number: iterationNumber })} `}
        {say('learner.erased-on', { when: sayDate(erasedOn, 'day') })}
      </p>
      {restore.isError && (
        <Notice kind="problem">
          {(restore.error instanceof ApiRefusal && restore.error.sentence) || say('errors.failed')}
        </Notice>
      )}
      <Button icon={RotateCcw} busy={restore.isPending} onClick={() => restore.mutate({ params: { id } })}>
        {say('learner.restore')}
        <span className="unseen">: {name}</span>
      </Button>
    </li>
  )
}
