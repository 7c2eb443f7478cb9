import { RotateCw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { ListPrompts, SkipPrompt } from '../contract.ts'
import { choosePrompts, type Stage } from '../prompt.ts'
import { type Asked, useQuestion } from './asked.ts'
import styles from './reflections.module.css'

type QuestionsProps = {
  stage: Stage
  chosen: Asked | undefined
  onChoose: (prompt: Asked | undefined) => void
}

/** One or two questions to begin from. Any of them may be let pass, and nobody else learns of it. */
export function Questions({ stage, chosen, onChoose }: QuestionsProps) {
  const { say } = useWords()
  const question = useQuestion()
  const [passed, setPassed] = useState<readonly string[]>([])
  const { data } = useRead(ListPrompts, {})
  const skip = useAct(SkipPrompt, {})
  const asked = useMemo(() => {
    const open = (data?.prompts ?? []).filter(({ key }) => !passed.includes(key))
    const now = new Date()
    return choosePrompts(open, { stage, now, turn: Math.floor(now.getTime() / 86_400_000) })
  }, [data, passed, stage])
  // the one being answered stays alone, so that on a phone its answer is the next thing
  const shown = chosen ? asked.filter(({ key }) => key === chosen.key) : asked
  if (asked.length === 0) return null
  const pass = (prompt: Asked) => {
    setPassed([...passed, prompt.key])
    if (chosen?.key === prompt.key) onChoose(undefined)
    skip.mutate({ params: { id: newId() }, body: { prompt: prompt.key } })
  }
  return (
    <ul className={styles['questions']} aria-label={say('reflections.questions')}>
      {(shown.length > 0 ? shown : asked).map((prompt) => {
        const { words, before } = question(prompt)
        const isChosen = chosen?.key === prompt.key
        return (
          <li key={prompt.key} className={styles['question']} data-chosen={isChosen}>
            {before && <p className={styles['before']}>{before}</p>}
            <p className={styles['asks']}>{words}</p>
            {prompt.by && <small>{say('reflections.asked-by', { name: prompt.by })}</small>}
            <div className={styles['buttons']}>
              <Button aria-pressed={isChosen} onClick={() => onChoose(isChosen ? undefined : prompt)}>
                {say(isChosen ? 'reflections.answering' : 'reflections.answer-this')}
                <span className="unseen">: {words}</span>
              </Button>
              <ReadAloud text={words} />
              <Button look="plain" icon={RotateCw} onClick={() => pass(prompt)}>
                {say('reflections.another')}
                <span className="unseen">: {words}</span>
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
