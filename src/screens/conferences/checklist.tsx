import { Check, Circle } from 'lucide-react'
import { type Asked, type ChoiceKind, missingOf } from '../../conferences/conference.ts'
import styles from '../../conferences/web/conferences.module.css'
import type { Draft } from '../../conferences/web/prepared.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'

type ChecklistProps = {
  content: Draft
  asks: readonly Asked[]
  onPick: (kind: ChoiceKind) => void
}

/** What a conference needs, in the voice of the learner's years. */
export function Checklist({ content, asks, onPick }: ChecklistProps) {
  const { say } = useWords()
  const chosen = content.choices.map(({ kind }) => ({ kind, rests: null }))
  const open = missingOf({ choices: chosen, goal: content.goalId || null }, asks)
  return (
    <Section title={say('conferences.checklist')}>
      <ul className={styles['checklist']}>
        {asks.map((kind) => (
          <li key={kind}>
            <span className={styles['mark']}>
              {open.includes(kind) ? <Circle aria-hidden /> : <Check aria-hidden />}
              <span>
                {say(`conferences.${kind}`)}
                <span className={styles['quiet']}>
                  {' · '}
                  {say(open.includes(kind) ? 'conferences.not-yet' : 'conferences.chosen')}
                </span>
              </span>
            </span>
            {kind !== 'goal' && open.includes(kind) && (
              <Button onClick={() => onPick(kind)}>
                {say('conferences.choose')}
                <span className="unseen">: {say(`conferences.${kind}`)}</span>
              </Button>
            )}
          </li>
        ))}
        <li>
          <span>{say('conferences.more')}</span>
          <Button look="plain" onClick={() => onPick('more')}>
            {say('conferences.choose')}
            <span className="unseen">: {say('conferences.more')}</span>
          </Button>
        </li>
      </ul>
    </Section>
  )
}
