import { Trash2 } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { longestCritique } from '../critique.ts'
import type { Step } from '../protocol.ts'
import { useProtocolWords } from './protocol-words.ts'
import type { StepVoice } from './step-voices.ts'
import styles from './critiques.module.css'

const VoiceNote = lazy(async () => ({
  default: (await import('../../recordings/web/voice-note.tsx')).VoiceNote,
}))

type StepFieldProps = {
  step: Step
  number: number
  question: string
  place: string
  text: string
  missing: boolean
  voice: StepVoice
  onText: (text: string) => void
}

/** One step: what it asks for, beginnings of sentences to press, a box and a voice. */
export function StepField({ step, number, question, place, text, missing, voice, onText }: StepFieldProps) {
  const { say } = useWords()
  const { tell, starters } = useProtocolWords()
  const box = useRef<HTMLDivElement>(null)
  const asksMaker = step.by === 'maker'
  const name = tell(step.name)
  const begin = (starter: string) => {
    const before = text.trim()
    onText(`${before ? `${before} ` : ''}${starter.replace(/\s*…[.?!]*$/, '')} `)
    box.current?.querySelector('textarea')?.focus()
  }
  return (
    <section className={styles['field']} aria-label={name}>
      <h3>
        <span className={styles['number']} aria-hidden>
          {number}
        </span>
        {name}
      </h3>
      {asksMaker && <blockquote className={styles['asked']}>{question}</blockquote>}
      <p className={styles['about']}>{tell(step.about)}</p>
      <ReadAloud text={`${name}. ${asksMaker ? question : tell(step.about)}`} />
      <div className={styles['starters']} role="group" aria-label={say('critiques.starters')}>
        {starters(step).map((starter) => (
          <button key={starter} type="button" className={styles['starter']} onClick={() => begin(starter)}>
            {starter}
          </button>
        ))}
      </div>
      <div ref={box}>
        <TextArea
          label={say('critiques.your-words')}
          optional={step.optional === true}
          rows={2}
          maxLength={longestCritique}
          value={text}
          error={missing ? say('critiques.step-missing', { step: name }) : undefined}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </div>
      {voice.kept ? (
        <div className={styles['buttons']}>
          <MediaView media={voice.kept} caption="" alt={say('critiques.your-voice')} />
          <Button look="plain" icon={Trash2} onClick={voice.drop}>
            {say('critiques.remove-voice')}
          </Button>
        </div>
      ) : (
        <Suspense fallback={null}>
          <VoiceNote place={place} onRecorded={voice.take} />
        </Suspense>
      )}
    </section>
  )
}
