import { type FormEvent, useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { LetProgramIn, ListPrograms } from '../../programs/contract.ts'
import { type Reading, readings } from '../../programs/program.ts'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Chosen } from './chosen.tsx'
import styles from '../providers/providers.module.css'
import { ShownOnce } from './shown-once.tsx'

const spans = ['30', '365', '730'] as const

/** Who gets a key, for what and how long; then the key itself, this once. */
export function KeyForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { say } = useWords()
  const [name, setName] = useState('')
  const [reads, setReads] = useState<readonly Reading[]>([])
  const [days, setDays] = useState<(typeof spans)[number]>('365')
  const [looked, setLooked] = useState(false)
  const make = useAct(LetProgramIn, { refreshes: [ListPrograms] })
  const [nameless, readless] = [name.trim() === '', reads.length === 0]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLooked(true)
    if (!nameless && !readless)
      make.mutate({ params: { id }, body: { name, reads: [...reads], days: Number(days) } })
  }
  if (make.data)
    return <ShownOnce sentence={say('programs.shown-once')} words={make.data.key} onSeen={onDone} />
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={say('programs.name')}
        hint={say('programs.name-hint')}
        value={name}
        maxLength={80}
        error={looked && nameless ? say('programs.name-missing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Chosen
        legend={say('programs.reads')}
        choices={readings}
        chosen={reads}
        name={(one) => say(`programs.reads-${one}`)}
        error={looked && readless ? say('programs.reads-missing') : undefined}
        onChange={setReads}
      />
      <RadioTiles
        label={say('programs.days')}
        value={days}
        onChange={setDays}
        choices={spans.map((value) => ({ value, label: say(`programs.days-${value}`) }))}
      />
      {make.error && <Notice kind="problem">{say('programs.not-reached')}</Notice>}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={make.isPending}>
          {say('programs.make')}
        </Button>
        <Button onClick={onDone}>{say('programs.leave')}</Button>
      </div>
    </form>
  )
}
