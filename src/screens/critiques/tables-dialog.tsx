import { useState } from 'react'
import { ChangeTables, GetCritiqueRound } from '../../critiques/contract.ts'
import { mixTables, type Tables, tablesAmiss } from '../../critiques/grouping.ts'
import { TablesEditor } from '../../critiques/web/tables-editor.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import type { Round } from './critique-round.tsx'
import styles from './critiques.module.css'

/** Seats change while a round runs: somebody is away, somebody came, two should not sit together. */
export function TablesDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const { say } = useWords()
  const { data: here } = useRead(ListLearners, { params: { id: round.class.id } })
  const [tables, setTables] = useState<Tables>(() =>
    round.tables.map(({ seats }) => seats.map(({ learner }) => learner.id)),
  )
  const change = useAct(ChangeTables, { refreshes: [GetCritiqueRound], onDone: onClose })
  const seated = new Set(tables.flat())
  const known = new Set(here?.learners.map(({ id }) => id))
  const amiss = tablesAmiss(tables, round.gives)
  const toggle = (id: string) =>
    setTables(
      seated.has(id)
        ? tables.map((table) => table.filter((one) => one !== id)).filter((table) => table.length > 0)
        : tables.map((table, place) => (place === tables.length - 1 ? [...table, id] : table)),
    )
  const keep = () =>
    change.mutate({
      params: { id: round.id, revision: round.arrangement + 1 },
      body: { tables: tables.map((table) => table.filter((one) => known.has(one))) },
    })
  return (
    <Dialog
      open
      title={say('critiques.change-tables')}
      onClose={onClose}
      busy={change.isPending}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={amiss !== undefined} onClick={keep}>
            {say('critiques.keep-tables')}
          </Button>
        </>
      }
    >
      {!here ? (
        <Loading />
      ) : (
        <div className={styles['form']}>
          <p>{say('critiques.change-meaning')}</p>
          <TablesEditor
            learners={here.learners}
            tables={tables}
            gives={round.gives}
            onChange={setTables}
            onMix={() => setTables(mixTables([...seated], Math.max(3, round.gives + 1), [], Math.random))}
          />
          <details>
            <summary>{say('critiques.who-takes-part')}</summary>
            {here.learners.map(({ id, name }) => (
              <Checkbox key={id} label={name} checked={seated.has(id)} onChange={() => toggle(id)} />
            ))}
          </details>
          {change.error && (
            <Notice kind="problem">
              {change.error instanceof ApiRefusal ? change.error.sentence : say('feedback.not-sent')}
            </Notice>
          )}
        </div>
      )}
    </Dialog>
  )
}
