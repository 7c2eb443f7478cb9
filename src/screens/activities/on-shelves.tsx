import { BookUp, RefreshCw, X } from 'lucide-react'
import { ListLibrary, ListShelved, PublishItem, WithdrawItem } from '../../library/contract.ts'
import { sharedShelves } from '../../library/item.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './activities.module.css'

type Shelved = Answer<typeof ListShelved>[number]
type Shelf = (typeof sharedShelves)[number]

/** In which libraries colleagues find this activity, and the way in and out. */
export function OnShelves({ activityId }: { activityId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListShelved, { params: { id: activityId } })
  if (!data) return null
  return (
    <details className={styles['more']}>
      <summary>{say('library.for-colleagues')}</summary>
      <ul className={styles['rows']}>
        {sharedShelves.map((shelf) => (
          <li key={shelf} className={styles['row']}>
            <OneShelf
              activityId={activityId}
              shelf={shelf}
              shelved={data.find((one) => one.shelf === shelf)}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

type OneShelfProps = { activityId: string; shelf: Shelf; shelved: Shelved | undefined }

function OneShelf({ activityId, shelf, shelved }: OneShelfProps) {
  const { say, sayDate } = useWords()
  const refreshes = [ListShelved, ListLibrary]
  const publish = useAct(PublishItem, { refreshes })
  const withdraw = useAct(WithdrawItem, { refreshes })
  const error = publish.error ?? withdraw.error
  const put = () => publish.mutate({ params: { id: newId() }, body: { activityId, shelf } })
  return (
    <>
      <h3>{say(`library.${shelf}`)}</h3>
      <p>
        {shelved
          ? say('library.there-since', {
              name: shelved.publishedBy.name,
              when: sayDate(shelved.publishedAt, 'day'),
            })
          : say('library.not-there')}
      </p>
      {!shelved && (
        <Button icon={BookUp} busy={publish.isPending} onClick={put}>
          {say('library.put')}
          <span className="unseen">: {say(`library.${shelf}`)}</span>
        </Button>
      )}
      {shelved?.outdated && (
        <Button icon={RefreshCw} busy={publish.isPending} onClick={put}>
          {say('library.put-again')}
        </Button>
      )}
      {shelved?.may.withdraw && (
        <Button
          look="plain"
          icon={X}
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id: shelved.id } })}
        >
          {say('library.withdraw')}
          <span className="unseen">: {say(`library.${shelf}`)}</span>
        </Button>
      )}
      {error && (
        <Notice kind="problem">
          {(error instanceof ApiRefusal && error.sentence) || say('errors.failed')}
        </Notice>
      )}
    </>
  )
}
