import { v7 } from 'uuid'
import { DiscardErrands, ListErrands, ListWaiting, RetryErrands } from '../../office/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Time } from '../../ui/time.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OfficeBar } from './office-bar.tsx'
import styles from '../register/register.module.css'

type Errands = Answer<typeof ListErrands>

/** What the program still does, and what it could not do: by kind and reason, in counts. */
export function ErrandsScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListErrands, {}, { refetchOnMount: 'always' })
  const retry = useAct(RetryErrands, { refreshes: [ListErrands, ListWaiting] })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('house.errands')} lead={say('house.errands-lead')} bar={<OfficeBar />}>
      <Section title={say('house.failed')}>
        {data.failures.length === 0 && <p className={styles['quiet']}>{say('house.none-failed')}</p>}
        <ul className={styles['list']}>
          {data.failures.map((one) => (
            <Failure
              key={`${one.kind} ${one.trouble}`}
              failure={one}
              isRetried={retry.isPending && retry.variables.body.kind === one.kind}
              onRetry={() => retry.mutate({ params: { id: v7() }, body: idsOf(one) })}
            />
          ))}
        </ul>
        <p role="status">{retry.data && say('house.retried', { count: retry.data.count })}</p>
        {retry.error && <Notice kind="problem">{say('house.not-done')}</Notice>}
      </Section>
      <Section title={say('house.now')}>
        <InHand kinds={data.kinds} />
      </Section>
      <Section title={say('house.past')}>
        <p>{say('house.files-refused', { count: data.filesRefused })}</p>
        <p>{say('house.messages-given-up', { count: data.messagesGivenUp })}</p>
      </Section>
    </Page>
  )
}

const idsOf = ({ kind, trouble, lastAt }: Errands['failures'][number]) => ({ kind, trouble, until: lastAt })

type FailureProps = { failure: Errands['failures'][number]; isRetried: boolean; onRetry: () => void }

function Failure({ failure, isRetried, onRetry }: FailureProps) {
  const { say } = useWords()
  const letGo = useAct(DiscardErrands, { refreshes: [ListErrands, ListWaiting] })
  const { kind, trouble, count, firstAt, lastAt } = failure
  const what = say(`house.failed-${kind}`, { count })
  return (
    <li className={styles['row']}>
      <div>
        <p>{what}</p>
        <p className={styles['quiet']}>{say(`house.trouble-${trouble}`)}</p>
        <p className={styles['quiet']}>
          {say('house.last-at')} <Time at={lastAt} as="moment" />
          {count > 1 && (
            <>
              {' · '}
              {say('house.first-at')} <Time at={firstAt} as="moment" />
            </>
          )}
        </p>
        {letGo.error && <Notice kind="problem">{say('house.not-done')}</Notice>}
      </div>
      <div className={styles['acts']}>
        <Button aria-label={say('house.retry-of', { what })} busy={isRetried} onClick={onRetry}>
          {say('house.retry')}
        </Button>
        <SureButton
          word={say('house.let-go')}
          asks={say(`house.let-go-sure-${kind}`)}
          yes={say('house.yes-let-go')}
          no={say('house.keep')}
          busy={letGo.isPending}
          onSure={() => letGo.mutate({ params: { id: v7() }, body: idsOf(failure) })}
        />
      </div>
    </li>
  )
}

function InHand({ kinds }: { kinds: Errands['kinds'] }) {
  const { say } = useWords()
  if (kinds.length === 0) return <p className={styles['quiet']}>{say('house.all-done')}</p>
  return (
    <ul className={styles['list']}>
      {kinds.map(({ kind, waiting, running, since }) => (
        <li key={kind} className={styles['row']}>
          <div>
            <p>{say(`house.kind-${kind}`)}</p>
            <p className={styles['quiet']}>
              {[
                running > 0 ? say('house.running', { count: running }) : '',
                waiting > 0 ? say('house.queued', { count: waiting }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
              {since && (
                <>
                  {', '}
                  {say('house.since')} <Time at={since} as="moment" />
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
