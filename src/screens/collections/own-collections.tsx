import { CalendarHeart, Eye, Speech } from 'lucide-react'
import {
  DeleteYearCopy,
  RestoreYearCopy,
  ListCollections,
  ListDeletedCollections,
  ListShownToMe,
  RestoreCollection,
} from '../../collections/contract.ts'
import { BeginCollection } from '../../collections/web/begin-collection.tsx'
import { CollectionWall } from '../../collections/web/collection-tile.tsx'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import styles from './collections.module.css'

export function OwnCollections() {
  const { say } = useWords()
  const me = useMe()
  const { data, error, refetch } = useRead(ListCollections, { params: { id: me.id } })
  return (
    <Page title={say('collections.title')} bar={<LearnerBar />}>
      <BeginCollection />
      <div>
        <ButtonLink look="plain" icon={CalendarHeart} href="/showcase-events">
          {say('collections.showcase-events')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Speech} href="/presentations">
          {say('collections.presentations')}
        </ButtonLink>
      </div>
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="problem"
          action={<Button onClick={() => void refetch()}>{say('collections.try-again')}</Button>}
        >
          {say('collections.not-reached')}
        </Notice>
      )}
      {data?.collections.length === 0 && (
        <EmptyState title={say('collections.none')}>
          <p>{say('collections.none-meaning')}</p>
        </EmptyState>
      )}
      {data && <CollectionWall tiles={data.collections} />}
      {data && data.copies.length > 0 && <Years copies={data.copies} />}
      <FromClassmates />
      <DeletedLately />
    </Page>
  )
}

type Copies = Answer<typeof ListCollections>['copies']

function Years({ copies }: { copies: Copies }) {
  const { say, sayDate } = useWords()
  const refreshes = [ListCollections]
  const remove = useAct(DeleteYearCopy, { refreshes })
  const restore = useAct(RestoreYearCopy, { refreshes })
  return (
    <Section title={say('collections.years')}>
      <p>{say('collections.years-meaning')}</p>
      <ul className={styles['years']}>
        {copies.map(({ id, title, year, erasedOn }) => {
          const name = `${title || say('collections.untitled')} · ${year}/${year + 1}`
          return (
            <li key={id}>
              {erasedOn ? (
                <>
                  {name} · {say('collections.deleted-until', { day: sayDate(erasedOn) })}{' '}
                  <Button onClick={() => restore.mutate({ params: { id } })}>
                    {say('collections.restore')}
                  </Button>
                </>
              ) : (
                <>
                  <a href={`/guest/preview/years/${id}`} target="_blank" rel="noopener">
                    <Eye aria-hidden /> {name}
                  </a>{' '}
                  <Button look="plain" onClick={() => remove.mutate({ params: { id } })}>
                    {say('collections.year-delete')}
                    <span className="unseen">: {name}</span>
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function FromClassmates() {
  const { say } = useWords()
  const { data } = useRead(ListShownToMe, {})
  if (!data || data.length === 0) return null
  return (
    <Section title={say('collections.from-classmates')}>
      <CollectionWall tiles={data} showLearner />
    </Section>
  )
}

function DeletedLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedCollections, {})
  const restore = useAct(RestoreCollection, { refreshes: [ListCollections, ListDeletedCollections] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('collections.deleted')}>
      {data.map(({ id, title, erasedOn }) => (
        <Notice
          key={id}
          kind="wait"
          title={say('collections.deleted-until', { day: sayDate(erasedOn) })}
          action={
            <Button busy={restore.isPending} onClick={() => restore.mutate({ params: { id } })}>
              {say('collections.restore')}
            </Button>
          }
        >
          {title || say('collections.untitled')}
        </Notice>
      ))}
    </Section>
  )
}
