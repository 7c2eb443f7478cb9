import { X } from 'lucide-react'
import type { Answer, CallableEndpoint } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CloseOwnPrompt, type ListOwnPrompts } from '../contract.ts'
import { bandWords } from './band-words.ts'
import { stageWords } from './stage-words.ts'
import styles from './own-prompts.module.css'

type OwnPrompt = Answer<typeof ListOwnPrompts>['own'][number]

type OwnPromptsProps = { prompts: readonly OwnPrompt[]; refreshes: readonly CallableEndpoint[] }

/** Questions that adults have put to learners, those that are asked no more last. */
export function OwnPrompts({ prompts, refreshes }: OwnPromptsProps) {
  if (prompts.length === 0) return null
  return (
    <ul className={styles['prompts']}>
      {prompts.map((prompt) => (
        <OnePrompt key={prompt.id} prompt={prompt} refreshes={refreshes} />
      ))}
    </ul>
  )
}

function OnePrompt({ prompt, refreshes }: { prompt: OwnPrompt; refreshes: readonly CallableEndpoint[] }) {
  const { say, sayDate } = useWords()
  const { words, french, addedBy, closedAt, may } = prompt
  const close = useAct(CloseOwnPrompt, { refreshes })
  const only = french === words
  return (
    <li className={styles['prompt']} data-closed={closedAt !== null}>
      <p lang={only ? 'fr' : undefined}>{words}</p>
      {french && !only && <p lang="fr">{french}</p>}
      <p className={styles['about']}>
        {useAbout(prompt)} · {say('prompts.asked-by', { name: addedBy.name })}
        {closedAt && ` · ${say('prompts.asked-until', { day: sayDate(closedAt, 'short') })}`}
      </p>
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
