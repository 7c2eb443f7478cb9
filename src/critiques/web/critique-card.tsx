import { EyeOff, Flag } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import type { GetBringing } from '../contract.ts'
import type { Protocol, Step } from '../protocol.ts'
import { CritiqueAnswer } from './critique-answer.tsx'
import { Moderation } from './moderation.tsx'
import { useProtocolWords } from './protocol-words.ts'
import { ReportDialog } from './report-dialog.tsx'
import { StepReply } from './step-reply.tsx'
import styles from './critiques.module.css'

export type Critique = Answer<typeof GetBringing>['critiques'][number]

type CritiqueCardProps = {
  critique: Critique
  protocol: Protocol
  question: string
  /** For whoever gave it: editing, or going on with a step that became open. */
  action?: ReactNode
}

/** One classmate's words, step by step, what the maker said to them, and the way to ask a teacher to look. */
export function CritiqueCard({ critique, protocol, question, action }: CritiqueCardProps) {
  const { say } = useWords()
  const [reporting, setReporting] = useState(false)
  const folded = critique.reportedByMe && !critique.may.decide
  return (
    <article className={styles['critique']}>
      <header className={styles['by']}>
        <Face person={critique.givenBy} />
        <span>
          <strong>{critique.givenBy.name}</strong>
          <small>
            <Time at={critique.givenAt} />
          </small>
        </span>
      </header>
      {critique.hidden && !critique.may.decide && (
        <Notice kind="note">{say('critiques.hidden-from-table', { name: critique.hidden.by.name })}</Notice>
      )}
      {folded ? (
        <details className={styles['folded']}>
          <summary>{say('critiques.reported-by-me')}</summary>
          <Words critique={critique} protocol={protocol} question={question} />
        </details>
      ) : (
        <Words critique={critique} protocol={protocol} question={question} />
      )}
      <CritiqueAnswer critique={critique} />
      <div className={styles['buttons']}>
        {action}
        {critique.may.report && !critique.may.decide && !critique.reportedByMe && (
          <Button look="plain" icon={Flag} className={styles['small']} onClick={() => setReporting(true)}>
            {say('critiques.report')}
          </Button>
        )}
      </div>
      {critique.may.decide && <Moderation critique={critique} />}
      {reporting && <ReportDialog critique={critique} onClose={() => setReporting(false)} />}
    </article>
  )
}

type WordsProps = { critique: Critique; protocol: Protocol; question: string }

function Words({ critique, protocol, question }: WordsProps) {
  const steps = protocol.steps.filter(({ key }) => critique.words.some(({ step }) => step === key))
  return (
    <div className={styles['steps']}>
      {steps.map((step) => (
        <OneStep key={step.key} step={step} critique={critique} question={question} />
      ))}
    </div>
  )
}

function OneStep({ step, critique, question }: { step: Step; critique: Critique; question: string }) {
  const { say } = useWords()
  const { tell } = useProtocolWords()
  const word = critique.words.find((one) => one.step === step.key)
  const reply = critique.replies.find((one) => one.step === step.key)
  if (!word) return null
  return (
    <section className={styles['step']}>
      <h4>{step.by === 'maker' && question ? question : tell(step.name)}</h4>
      {word.text && <p className={styles['words']}>{word.text}</p>}
      {word.media && (
        <MediaView
          media={word.media}
          caption=""
          alt={say('critiques.voice-of', { name: critique.givenBy.name })}
        />
      )}
      {word.text && <ReadAloud text={word.text} />}
      {reply && (
        <p className={styles['reply']}>
          {reply.leave === null
            ? reply.text
            : say(reply.leave ? 'critiques.gave-leave' : 'critiques.gave-no-leave')}
        </p>
      )}
      {critique.may.reply && step.replies && <StepReply critique={critique} step={step} replied={reply} />}
    </section>
  )
}

/** For lists of words that were taken off the table: who decided, and when. */
export function HiddenMark({ hidden }: { hidden: NonNullable<Critique['hidden']> }) {
  const { say, sayDate } = useWords()
  return (
    <p className={styles['hiddenmark']}>
      <EyeOff aria-hidden />
      {say('critiques.hidden-by', { name: hidden.by.name, when: sayDate(hidden.at) })}
    </p>
  )
}
