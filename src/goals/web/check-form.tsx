import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import { CheckGoal, ListGoals } from '../contract.ts'
import { longestField, standings } from '../goal.ts'
import type { Goal } from './goal-card.tsx'
import styles from './goals.module.css'

const fewest = 6

/** A look at a goal today: how it stands, in their own words, and which work shows it. Nothing of it is a mark. */
export function CheckForm({ goal, onDone }: { goal: Goal; onDone: () => void }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [standing, setStanding] = useState<(typeof standings)[number]>()
  const [words, setWords] = useState('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const keep = useKeep(CheckGoal, { as: 'goals.waiting-check', refreshes: [ListGoals], onDone })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!standing || keep.isPending) return
    keep.mutate({
      params: { id: id.current },
      body: {
        goalId: goal.id,
        standing,
        words: words.trim(),
        evidence: evidence.map((pieceId) => ({ pieceId })),
      },
    })
  }
  return (
    <form className={styles['form']} onSubmit={save}>
      <RadioTiles
        label={say('goals.how-is-it')}
        value={standing}
        onChange={setStanding}
        choices={standings.map((value) => ({ value, label: say(`goals.standing-${value}`) }))}
      />
      <TextArea
        label={say('goals.check-words')}
        optional
        rows={2}
        maxLength={longestField}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Evidence learnerId={goal.learner.id} chosen={evidence} onChoose={setEvidence} />
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('goals.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" disabled={!standing} busy={keep.isPending}>
          {say('goals.save-check')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

type EvidenceProps = {
  learnerId: string
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

/** The latest work first; the rest when asked for. */
function Evidence({ learnerId, chosen, onChoose }: EvidenceProps) {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  const { pieces = [] } = usePortfolio(learnerId)
  if (pieces.length === 0) return null
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className={styles['evidence']}>
      <legend>{say('goals.what-shows-it')}</legend>
      {(all ? pieces : pieces.slice(0, fewest)).map((piece) => (
        <Checkbox
          key={piece.id}
          label={piece.title || piece.excerpt.slice(0, 60) || say('goals.untitled')}
          checked={chosen.includes(piece.id)}
          onChange={() => toggle(piece.id)}
        />
      ))}
      {!all && pieces.length > fewest && (
        <Button look="plain" onClick={() => setAll(true)}>
          {say('goals.more-work')}
        </Button>
      )}
    </fieldset>
  )
}
