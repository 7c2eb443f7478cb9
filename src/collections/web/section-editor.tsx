import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { type Hold, longestName } from '../collection.ts'
import {
  addChoices,
  changeSection,
  type Draft,
  type DraftSection,
  moveSection,
  newChoice,
  placeChoice,
  removeSection,
} from '../draft.ts'
import { ChoiceEditor } from './choice-editor.tsx'
import { useDropHere } from './dragging.ts'
import styles from './collections.module.css'

const PiecePicker = lazy(async () => ({
  default: (await import('./piece-picker.tsx')).PiecePicker,
}))

export type Arranging = {
  learnerId: string
  draft: Draft
  hold: Hold
  resting: ReadonlyMap<string, 'deleted' | 'withdrawn'>
  change: (change: (draft: Draft) => Draft) => void
}

type SectionEditorProps = Arranging & { section: DraftSection; number: number }

/** One section: its name, what belongs in it, and the work in order, moved by buttons or by dragging. */
export function SectionEditor({ section, number, ...arranging }: SectionEditorProps) {
  const { say } = useWords()
  const { draft, hold, change } = arranging
  const [picking, setPicking] = useState(false)
  const isTemplate = section.from !== undefined
  const isHeld = isTemplate && hold === 'held'
  const mayRemove = draft.sections.length > 1 && !(isTemplate && hold !== 'free')
  const place = useDropHere<HTMLElement>((id) =>
    change((before) => placeChoice(before, id, section.id, section.choices.length)),
  )
  const name = section.title || say('collections.section-number', { number })
  return (
    <section ref={place} className={styles['arranged']} aria-label={name}>
      {isHeld ? (
        <h2>{section.title}</h2>
      ) : (
        <Field
          label={say('collections.section-name')}
          optional
          maxLength={longestName}
          value={section.title}
          onChange={(event) => {
            const title = event.currentTarget.value
            change((before) => changeSection(before, section.id, { title }))
          }}
        />
      )}
      {section.belongs && <p className={styles['quiet']}>{section.belongs}</p>}
      <ol className={styles['choices']}>
        {section.choices.map((choice, at) => (
          <ChoiceEditor key={choice.id} choice={choice} sectionId={section.id} at={at} {...arranging} />
        ))}
      </ol>
      {section.choices.length === 0 && <p className={styles['quiet']}>{say('collections.section-empty')}</p>}
      <div className={styles['buttons']}>
        <Button icon={Plus} onClick={() => setPicking(true)}>
          {say('collections.add-work')}
          <span className="unseen">: {name}</span>
        </Button>
        {!isHeld && draft.sections.length > 1 && (
          <>
            <Button
              look="plain"
              icon={ArrowUp}
              onClick={() => change((one) => moveSection(one, section.id, -1))}
            >
              {say('collections.up')}
              <span className="unseen">: {name}</span>
            </Button>
            <Button
              look="plain"
              icon={ArrowDown}
              onClick={() => change((one) => moveSection(one, section.id, 1))}
            >
              {say('collections.down')}
              <span className="unseen">: {name}</span>
            </Button>
          </>
        )}
        {mayRemove && (
          <Button look="plain" icon={Trash2} onClick={() => change((one) => removeSection(one, section.id))}>
            {say('collections.remove-section')}
            <span className="unseen">: {name}</span>
          </Button>
        )}
      </div>
      <Suspense>
        {picking && (
          <PiecePicker
            learnerId={arranging.learnerId}
            onClose={() => setPicking(false)}
            onPick={(pieces) => {
              const added = pieces.map((piece) => newChoice(newId(), piece))
              change((before) => addChoices(before, section.id, added))
              setPicking(false)
            }}
          />
        )}
      </Suspense>
    </section>
  )
}
