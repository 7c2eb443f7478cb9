import { FileText, Sticker } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox, RadioTiles, Segments } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import type { ClassPapers, PrintedPaper } from './print-papers.tsx'
import styles from './papers.module.css'

export type PrintChoice = {
  /** empty for any work */
  activityId: string
  kind: 'sheets' | 'stickers'
  size: 'a4' | 'letter'
  copies: number
  /** whose papers are not printed this time */
  left: readonly string[]
}

type PrintChoicesProps = {
  here: ClassPapers
  choice: PrintChoice
  onChoose: (choice: PrintChoice) => void
  papers: readonly PrintedPaper[]
}

export function PrintChoices({ here, choice, onChoose, papers }: PrintChoicesProps) {
  const { say } = useWords()
  const choose = (changes: Partial<PrintChoice>) => onChoose({ ...choice, ...changes })
  const stickers = choice.kind === 'stickers'
  return (
    <>
      <RadioTiles
        label={say('papers.kind')}
        value={choice.kind}
        onChange={(kind) => choose({ kind })}
        choices={[
          {
            value: 'sheets',
            label: say('papers.kind-sheets'),
            hint: say('papers.kind-sheets-hint'),
            icon: FileText,
          },
          {
            value: 'stickers',
            label: say('papers.kind-stickers'),
            hint: say('papers.kind-stickers-hint'),
            icon: Sticker,
          },
        ]}
      />
      <Select
        label={say('papers.what-for')}
        value={choice.activityId}
        onChange={(event) => choose({ activityId: event.target.value, left: [] })}
      >
        <option value="">{say('papers.any-work')}</option>
        {here.activities.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Segments
        label={say('papers.size')}
        value={choice.size}
        onChange={(size) => choose({ size })}
        choices={[
          { value: 'letter', label: say('papers.size-letter') },
          { value: 'a4', label: say('papers.size-a4') },
        ]}
      />
      {stickers && <p className={styles['hint']}>{say(`papers.stickers-${choice.size}`)}</p>}
      {stickers && (
        <Field
          label={say('papers.copies')}
          type="number"
          min={1}
          max={30}
          value={choice.copies}
          onChange={(event) => choose({ copies: Math.min(30, Math.max(1, event.target.valueAsNumber || 1)) })}
        />
      )}
      {papers.length > 0 && <Whom papers={papers} choice={choice} onChoose={onChoose} />}
    </>
  )
}

function Whom({ papers, choice, onChoose }: Omit<PrintChoicesProps, 'here'>) {
  const { say } = useWords()
  const count = papers.filter(({ learnerId }) => !choice.left.includes(learnerId)).length
  const toggle = (id: string) => {
    const without = choice.left.filter((one) => one !== id)
    onChoose({ ...choice, left: without.length < choice.left.length ? without : [...without, id] })
  }
  return (
    <details className={styles['whom']}>
      <summary>
        {count === papers.length ? say('papers.whom-everyone') : say('papers.whom-some', { count })}
      </summary>
      <fieldset>
        <legend className="unseen">{say('papers.whom')}</legend>
        {papers.map(({ learnerId, name }) => (
          <Checkbox
            key={learnerId}
            label={name}
            checked={!choice.left.includes(learnerId)}
            onChange={() => toggle(learnerId)}
          />
        ))}
      </fieldset>
    </details>
  )
}
