import { useState } from 'react'
import { Link } from 'wouter'
import { EndCritiqueRound, ListClassRounds } from '../../critiques/contract.ts'
import type { Protocol } from '../../critiques/protocol.ts'
import { CritiqueCard } from '../../critiques/web/critique-card.tsx'
import { critiqueReads } from '../../critiques/web/critique-reads.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import type { Round } from './critique-round.tsx'
import { TablesDialog } from './tables-dialog.tsx'
import styles from './critiques.module.css'

/** What a teacher sees of a round: who sits where, what lies on the tables, and every word, reported ones first. */
export function TaughtRound({ round, protocol }: { round: Round; protocol: Protocol }) {
  const { say } = useWords()
  const [seating, setSeating] = useState(false)
  const end = useAct(EndCritiqueRound, { refreshes: [...critiqueReads, ListClassRounds] })
  const isOpen = (one: Round['said'][number]) => one.critique.reports.length > 0 && !one.critique.hidden
  const said = [...round.said].sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
  return (
    <>
      {round.reports > 0 && (
        <Notice kind="problem" title={say('critiques.reports', { count: round.reports })} />
      )}
      <Section
        title={say('critiques.tables')}
        action={
          round.may.arrange && (
            <div className={styles['buttons']}>
              <Button onClick={() => setSeating(true)}>{say('critiques.change-tables')}</Button>
              <Button
                look="plain"
                busy={end.isPending}
                onClick={() => end.mutate({ params: { id: round.id } })}
              >
                {say('critiques.end-round')}
              </Button>
            </div>
          )
        }
      >
        {end.error && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
        <ol className={styles['tables']}>
          {round.tables.map((table) => (
            <li key={table.number} className={styles['table']}>
              <h3>{say('critiques.table', { number: table.number })}</h3>
              <ul className={styles['seats']}>
                {table.seats.map((seat) => (
                  <Seat key={seat.learner.id} seat={seat} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say('critiques.what-was-said')}>
        {said.length === 0 && <EmptyState title={say('critiques.nothing-said')} />}
        <div className={styles['cards']}>
          {said.map(({ maker, critique }) => (
            <div key={critique.id} className={styles['form']}>
              <p>{say('critiques.said-to', { name: maker.name })}</p>
              <CritiqueCard critique={critique} protocol={protocol} question="" />
            </div>
          ))}
        </div>
      </Section>
      {seating && <TablesDialog round={round} onClose={() => setSeating(false)} />}
    </>
  )
}

function Seat({ seat }: { seat: Round['tables'][number]['seats'][number] }) {
  const { say, sayList } = useWords()
  const { learner, brought, turns } = seat
  const open = turns.filter(({ done }) => !done).map(({ maker }) => maker.name)
  return (
    <li className={styles['seat']}>
      <Face person={learner} size="small" />
      <span>
        <strong>{learner.name}</strong>
        {brought ? (
          <Link href={`/bringings/${brought.id}`}>{brought.title || say('work.untitled')}</Link>
        ) : (
          <small>{say('critiques.nothing-brought')}</small>
        )}
        <small>
          {open.length === 0
            ? say('critiques.has-given')
            : say('critiques.gives-to', { names: sayList(open) })}
        </small>
      </span>
    </li>
  )
}
