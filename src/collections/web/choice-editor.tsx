import { ArrowDown, ArrowUp, GripVertical, RotateCcw, Trash2 } from 'lucide-react'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestAbout } from '../collection.ts'
import {
  changeChoice,
  type Draft,
  type DraftChoice,
  moveChoice,
  placeChoice,
  removeChoice,
} from '../draft.ts'
import { ComesAlong } from './comes-along.tsx'
import { useDragOf, useDropHere } from './dragging.ts'
import type { Arranging } from './section-editor.tsx'
import { Spoken } from './spoken.tsx'
import styles from './collections.module.css'

type ChoiceEditorProps = Arranging & { choice: DraftChoice; sectionId: string; at: number }

/** One chosen piece: why, whether it is a highlight, what comes along, and where it stands. */
export function ChoiceEditor({ choice, sectionId, at, draft, resting, change }: ChoiceEditorProps) {
  const { say } = useWords()
  const rests = resting.get(choice.id)
  const set = (some: Partial<DraftChoice>) => change((before) => changeChoice(before, choice.id, some))
  const place = useDropHere<HTMLLIElement>((id) => {
    if (id !== choice.id) change((before) => placeChoice(before, id, sectionId, at))
  })
  const handle = useDragOf<HTMLDivElement>(choice.id)
  return (
    <li ref={place} className={styles['card']}>
      <div ref={handle} className={styles['card-head']}>
        <GripVertical aria-hidden />
        <h3>{choice.title}</h3>
      </div>
      {rests && <Resting choice={choice} rests={rests} change={change} />}
      <TextArea
        label={say('collections.why')}
        rows={2}
        maxLength={longestAbout}
        value={choice.why}
        onChange={(event) => set({ why: event.currentTarget.value })}
      />
      <Spoken
        place={`collection choice ${choice.id}`}
        mediaId={choice.whyMediaId}
        onChange={(whyMediaId) => set({ whyMediaId })}
      />
      <div className={styles['ticks']}>
        <Checkbox
          label={say('collections.highlight')}
          checked={choice.highlight}
          onChange={() => set({ highlight: !choice.highlight })}
        />
        <Checkbox
          label={say('collections.is-cover')}
          checked={draft.cover === choice.id}
          onChange={() =>
            change((before) => ({ ...before, cover: before.cover === choice.id ? undefined : choice.id }))
          }
        />
      </div>
      {!rests && <ComesAlong choice={choice} onChange={set} />}
      <Order choice={choice} change={change} />
    </li>
  )
}

type WithChange = { choice: DraftChoice; change: (change: (draft: Draft) => Draft) => void }

function Order({ choice, change }: WithChange) {
  const { say } = useWords()
  const named = <span className="unseen">: {choice.title}</span>
  return (
    <div className={styles['buttons']}>
      <Button look="plain" icon={ArrowUp} onClick={() => change((one) => moveChoice(one, choice.id, -1))}>
        {say('collections.up')}
        {named}
      </Button>
      <Button look="plain" icon={ArrowDown} onClick={() => change((one) => moveChoice(one, choice.id, 1))}>
        {say('collections.down')}
        {named}
      </Button>
      <Button look="plain" icon={Trash2} onClick={() => change((one) => removeChoice(one, choice.id))}>
        {say('collections.take-out')}
        {named}
      </Button>
    </div>
  )
}

/** Said to its learner alone. Taken back from everybody, it is shown again only when they choose it anew. */
function Resting({ choice, rests, change }: WithChange & { rests: 'deleted' | 'withdrawn' }) {
  const { say } = useWords()
  return (
    <Notice
      kind="note"
      action={
        rests === 'withdrawn' && (
          <Button
            icon={RotateCcw}
            onClick={() => change((before) => changeChoice(before, choice.id, { id: newId() }))}
          >
            {say('collections.show-again')}
          </Button>
        )
      }
    >
      {say(`collections.rests-${rests}`)}
    </Notice>
  )
}
