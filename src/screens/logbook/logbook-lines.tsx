import { useState } from 'react'
import { ReadLogbook } from '../../logbook/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Loading } from '../../ui/ways.tsx'
import type { Filters } from './logbook.tsx'
import styles from './logbook.module.css'

type LogbookLine = Answer<typeof ReadLogbook>['lines'][number]

/** A page of lines, and under it the earlier ones once they are asked for. */
export function LogbookLines({ filters, after }: { filters: Filters; after?: string }) {
  const { say } = useWords()
  const [goesOn, setGoesOn] = useState(false)
  const query = after === undefined ? filters : { ...filters, after }
  const { data, error, refetch } = useRead(ReadLogbook, { query }, { refetchOnMount: 'always' })
  if (!data && !error) return <Loading />
  if (!data)
    return (
      <Notice
        kind="problem"
        title={say('people.away-title')}
        action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
      />
    )
  const last = data.lines.at(-1)
  return (
    <>
      {data.lines.length === 0 && after === undefined && (
        <EmptyState title={say('logbook.none')}>
          <p>{say('logbook.none-meaning')}</p>
        </EmptyState>
      )}
      <ol className={styles['lines']}>
        {data.lines.map((line) => (
          <OneLine key={line.id} line={line} />
        ))}
      </ol>
      {data.more && last && !goesOn && (
        <div>
          <Button onClick={() => setGoesOn(true)}>{say('logbook.more')}</Button>
        </div>
      )}
      {goesOn && last && <LogbookLines filters={filters} after={last.id} />}
    </>
  )
}

function OneLine({ line }: { line: LogbookLine }) {
  const { say } = useWords()
  return (
    <li className={styles['line']}>
      <p>{say(`logbook.act-${line.act}`, { ...line.said, on: line.on ?? '' })}</p>
      <p className={styles['quiet']}>
        {line.by ?? say('logbook.program')} · <Time at={line.at} as="moment" />
      </p>
    </li>
  )
}
