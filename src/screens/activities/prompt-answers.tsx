import { useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { TextArea } from '../../ui/field.tsx'
import styles from './activities.module.css'

export type Answers = Readonly<Record<string, string>>

/** Answers by question, kept on this device until they are saved with the work. */
export function usePromptAnswers(activityId: string) {
  const { content, write, drop } = useAutosavedDraft<Answers>(`answers-${activityId}`)
  const [changed, setChanged] = useState<Answers>()
  const change = (answers: Answers) => {
    setChanged(answers)
    write(answers)
  }
  return { answers: changed ?? content ?? {}, change, drop }
}

/** Words of the learner, in their own piece: the question, and under it what they say. */
export function partsOfAnswers(prompts: readonly string[], answers: Answers) {
  return prompts.flatMap((prompt) => {
    const answer = answers[prompt]?.trim()
    return answer ? [{ kind: 'text' as const, text: `${prompt}\n${answer}` }] : []
  })
}

type PromptAnswersProps = {
  prompts: readonly string[]
  answers: Answers
  onChange: (answers: Answers) => void
}

/** A box for each question, none of which must be filled. Those who do not write yet answer with their voice. */
export function PromptAnswers({ prompts, answers, onChange }: PromptAnswersProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  if (prompts.length === 0 || voice === 'early') return null
  return (
    <fieldset className={styles['answers']}>
      <legend>{say('activities.prompts')}</legend>
      {prompts.map((prompt) => (
        <TextArea
          key={prompt}
          label={prompt}
          optional
          value={answers[prompt] ?? ''}
          onChange={(event) => onChange({ ...answers, [prompt]: event.target.value })}
        />
      ))}
    </fieldset>
  )
}
