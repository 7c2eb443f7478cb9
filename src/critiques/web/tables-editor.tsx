import { Shuffle } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { moveLearner, type Tables, tablesAmiss } from '../grouping.ts'
import styles from './critiques.module.css'

type TablesEditorProps = {
  learners: readonly { id: string; name: string }[]
  tables: Tables
  gives: number
  onChange: (tables: string[][]) => void
  onMix: () => void
}

/** Who sits with whom: mixed by one press, changed by hand, one list a learner. */
export function TablesEditor({ learners, tables, gives, onChange, onMix }: TablesEditorProps) {
  const { say } = useWords()
  const nameOf = (id: string) => learners.find((one) => one.id === id)?.name ?? ''
  const amiss = tablesAmiss(tables, gives)
  return (
    <section className={styles['editor']} aria-label={say('critiques.tables')}>
      <div className={styles['head']}>
        <h2>{say('critiques.tables')}</h2>
        <Button icon={Shuffle} onClick={onMix}>
          {say('critiques.mix')}
        </Button>
      </div>
      {amiss && amiss !== 'nobody' && (
        <Notice kind="note">{say(`critiques.amiss-${amiss}`, { gives })}</Notice>
      )}
      <ol className={styles['tables']}>
        {tables.map((table, place) => (
          <li key={table.join()} className={styles['table']}>
            <h3>{say('critiques.table', { number: place + 1 })}</h3>
            {table.map((learner) => (
              <Select
                key={learner}
                label={nameOf(learner)}
                value={String(place)}
                onChange={(event) =>
                  onChange(moveLearner(tables, learner, Number(event.currentTarget.value)))
                }
              >
                {tables.map((one, to) => (
                  <option key={one.join()} value={to}>
                    {say('critiques.table', { number: to + 1 })}
                  </option>
                ))}
                <option value={tables.length}>{say('critiques.new-table')}</option>
              </Select>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
