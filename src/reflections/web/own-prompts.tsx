import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { CallableEndpoint } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CloseOwnPrompt } from '../contract.ts'
import { bandWords } from './band-words.ts'
import { type OwnPrompt, OwnPromptForm } from './own-prompt-form.tsx'
import { stageWords } from './stage-words.ts'
import styles from './own-prompts.module.css'

type OwnPromptsProps = {
  place: { classId: string } | { schoolId: string }
  prompts: readonly OwnPrompt[]
  refreshes: readonly CallableEndpoint[]
}

/** Questions that adults have put to learners, those that are asked no more last. */
export function OwnPrompts({ prompts, ...around }: OwnPromptsProps) {
  if (prompts.length === 0) return null
  return (
    <ul className={styles['prompts']}>
      {prompts.map((prompt) => (
        <OnePrompt key={prompt.id} prompt={prompt} {...around} />
      ))}
    </ul>
  )
}

type OnePromptProps = Omit<OwnPromptsProps, 'prompts'> & { prompt: OwnPrompt }

function OnePrompt({ prompt, place, refreshes }: OnePromptProps) {
  const { say, sayDate } = useWords()
  const [open, setOpen] = useState(false)
  const { words, french, addedBy, revisedBy, closedAt, may } = prompt
  const close = useAct(CloseOwnPrompt, { refreshes })
  const about = useAbout(prompt)
  const only = french === words
  if (open) {
    return (
      <li className={styles['prompt']}>
        <OwnPromptForm {...{ place, prompt, refreshes }} onDone={() => setOpen(false)} />
      </li>
    )
  }
  return (
    <li className={styles['prompt']} data-closed={closedAt !== null}>
      <p lang={only ? 'fr' : undefined}>{words}</p>
      {french && !only && <p lang="fr">{french}</p>}
      <p className={styles['about']}>
        {about} · {say('prompts.asked-by', { name: addedBy.name })}
        {revisedBy && ` · ${say('prompts.revised-by', { name: revisedBy.name })}`}
        {closedAt && ` · ${say('prompts.asked-until', { day: sayDate(closedAt, 'short') })}`}
      </p>
      <div className={styles['buttons']}>
        {may.revise && (
          <Button look="plain" icon={Pencil} onClick={() => setOpen(true)}>
            {say('prompts.put-differently')}
            <span className="unseen">: {words}</span>
          </Button>
        )}
        {may.close && (
          <Button
            look="plain"
            icon={X}
            busy={close.isPending}
            onClick={() => close.mutate({ params: { id: prompt.id } })}
          >
            {say('prompts.ask-no-more')}
            <span className="unseen">: {words}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

/** When it is asked, and of whom. */
function useAbout({ stage, band }: OwnPrompt): string {
  const { say } = useWords()
  const when = stageWords.find((one) => one.stage === stage)
  const whom = bandWords.find((one) => one.band === band)
  return `${say(when ? when.key : 'prompts.any-stage')} · ${say(whom ? whom.key : 'prompts.any-band')}`
}
