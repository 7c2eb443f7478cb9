import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GiveCritique, ReviseCritique } from '../contract.ts'
import { isSaid, type Protocol, type Said, stepsAmiss, stepsFor } from '../protocol.ts'
import type { Critique } from './critique-card.tsx'
import { critiqueReads } from './critique-reads.ts'
import { StepField } from './step-field.tsx'
import { useStepVoices } from './step-voices.ts'
import styles from './critiques.module.css'

type CritiqueFormProps = {
  bringingId: string
  maker: string
  protocol: Protocol
  question: string
  /** What this learner has said already, when they edit it or go on. */
  given?: Critique | undefined
  onDone: () => void
}

/** The steps of the protocol one under the other: each with what it means, beginnings of sentences, and a voice. */
export function CritiqueForm({ bringingId, maker, protocol, question, given, onDone }: CritiqueFormProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const draft = useAutosavedDraft<Record<string, string>>(`critique ${bringingId}`)
  const [typed, setTyped] = useState<Record<string, string>>()
  const texts = typed ?? draft.content ?? textsOf(given)
  const voices = useStepVoices(given)
  const [asked, setAsked] = useState(false)
  const leaves = (given?.replies ?? []).flatMap(({ step, leave }) => (leave ? [step] : []))
  const steps = stepsFor(protocol, { question, leaves })
  const words: Said[] = steps
    .map(({ key }) => ({ step: key, text: (texts[key] ?? '').trim(), mediaId: voices.mediaOf(key) }))
    .filter(isSaid)
  const amiss = stepsAmiss(protocol, { question, leaves }, words)
  const options = {
    as: 'critiques.waiting-words' as const,
    values: () => ({ name: maker }),
    refreshes: critiqueReads,
    draft: `critique ${bringingId}`,
    onDone: () => {
      void draft.drop()
      onDone()
    },
  }
  const give = useKeep(GiveCritique, options)
  const revise = useKeep(ReviseCritique, options)
  const busy = give.isPending || revise.isPending || voices.busy
  const error = give.error ?? revise.error
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (busy || amiss.length > 0 || !(await voices.arrived())) return
    if (given) {
      const params = { id: given.id, revision: given.revision + 1 }
      revise.mutate({ params, body: { words } })
    } else give.mutate({ params: { id: id.current }, body: { bringingId, words } })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)} noValidate>
      {steps.map((step, place) => (
        <StepField
          key={step.key}
          step={step}
          number={place + 1}
          question={question}
          place={`critique ${bringingId} ${step.key}`}
          text={texts[step.key] ?? ''}
          missing={asked && amiss.includes(step.key)}
          voice={voices.of(step.key)}
          onText={(text) => {
            const next = { ...texts, [step.key]: text }
            setTyped(next)
            draft.write(next)
          }}
        />
      ))}
      {(error || voices.problem) && (
        <Notice kind="problem">
          {error instanceof ApiRefusal ? error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={busy}>
          {say(given ? 'critiques.keep-words' : 'critiques.give', { name: maker })}
        </Button>
        {given && (
          <Button look="plain" onClick={onDone}>
            {say('ui.cancel')}
          </Button>
        )}
        {!given && draft.keptAt && <small>{say('feedback.draft-kept')}</small>}
      </div>
    </form>
  )
}

function textsOf(given: Critique | undefined): Record<string, string> {
  return Object.fromEntries((given?.words ?? []).map(({ step, text }) => [step, text]))
}
