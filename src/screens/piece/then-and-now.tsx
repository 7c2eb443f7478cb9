import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Time } from '../../ui/time.tsx'
import { Parts } from '../../work/web/parts.tsx'
import type { Iteration } from './piece-screen.tsx'
import styles from './piece.module.css'

/** Two attempts beside each other, first and latest to begin with; any two can be chosen. */
export function ThenAndNow({ iterations }: { iterations: readonly Iteration[] }) {
  const { say } = useWords()
  const [then, setThen] = useState(iterations[0]?.id)
  const [now, setNow] = useState(iterations.at(-1)?.id)
  return (
    <div className={styles['pair']}>
      <Side label={say('piece.then')} iterations={iterations} chosen={then} onChoose={setThen} />
      <Side label={say('piece.now')} iterations={iterations} chosen={now} onChoose={setNow} />
    </div>
  )
}

type SideProps = {
  label: string
  iterations: readonly Iteration[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

function Side({ label, iterations, chosen, onChoose }: SideProps) {
  const { say } = useWords()
  const iteration = iterations.find(({ id }) => id === chosen) ?? iterations[0]
  if (!iteration) return null
  return (
    <section className={styles['side']} aria-label={label}>
      <div className={styles['sides']}>
        <h2>
          {label}
          <small>
            {say('ui.attempt-number', { number: iteration.number })} · <Time at={iteration.madeAt} />
          </small>
        </h2>
        {iterations.length > 2 && (
          <Segments
            label={say('piece.choose-attempt', { side: label })}
            quietLabel
            value={iteration.id}
            onChange={onChoose}
            choices={iterations.map(({ id, number }) => ({ value: id, label: String(number) }))}
          />
        )}
      </div>
      <Parts key={iteration.id} parts={iteration.parts} size="beside" />
      {iteration.whatChanged && <p className={styles['aside']}>{iteration.whatChanged}</p>}
    </section>
  )
}
