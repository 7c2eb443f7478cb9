import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { WhoWouldSee } from '../../work/contract.ts'
import { AudienceChooser } from '../../work/web/audience-chooser.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { claimAudiences, longestThought, saysSomething } from '../claim.ts'
import { type Change, type ClaimDraft, freshDraft } from './claim-draft.ts'
import type { Pickable } from './find-at-hand.ts'
import { useOneFile } from './one-file.ts'
import { useKeepClaim } from './keep-claim.ts'
import { WhatICan } from './what-i-can.tsx'
import { WhatShowsIt } from './what-shows-it.tsx'
import styles from './claims.module.css'

type ClaimFormProps = {
  learner: { id: string; name: string }
  /** An adult writes down what a young child says. */
  scribes?: boolean
  competency?: Pickable | undefined
  onDone: () => void
}

const steps = [1, 2, 3] as const
const stepWords = {
  1: 'self-assessment.step-what',
  2: 'self-assessment.step-shows',
  3: 'self-assessment.step-think',
} as const

/** Say it, show it, think about it: one step after the other, or for the older ones all on one page. */
export function ClaimForm({ learner, scribes = false, competency, onDone }: ClaimFormProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const draftKey = `claim ${learner.id} ${competency?.id ?? ''}`
  const saved = useAutosavedDraft<ClaimDraft>(draftKey)
  const [typed, setTyped] = useState<ClaimDraft>()
  const [missing, setMissing] = useState(false)
  const recording = useOneFile()
  const photo = useOneFile()
  useAhead(learner.id)
  const draft = typed ?? saved.content ?? freshDraft(competency)
  const change = (next: Partial<ClaimDraft>) => {
    setTyped({ ...draft, ...next })
    saved.write({ ...draft, ...next })
  }
  const keep = useKeepClaim({ learner, scribes, draftKey, onDone: () => void saved.drop().then(onDone) })
  const allAtOnce = voice === 'older' || scribes
  const said =
    draft.competency !== undefined && saysSomething({ ...draft, parts: recording.has ? ['voice'] : [] })
  const shown = (step: number) => allAtOnce || draft.step === step
  const go = (step: number) => {
    setMissing(!said)
    if (said || step < draft.step) change({ step })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!allAtOnce && draft.step < steps.length) return go(draft.step + 1)
    setMissing(!said)
    if (said) void keep.save(draft, { recording, photo })
  }
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      {scribes && (
        <p className={styles['how']}>{say('self-assessment.scribe-how', { name: learner.name })}</p>
      )}
      {!allAtOnce && <Steps at={draft.step} />}
      {shown(1) && (
        <Step number={1} titled={allAtOnce}>
          <WhatICan
            {...{ draft, change, recording, scribes, missing }}
            place={draftKey}
            fixed={competency !== undefined}
          />
        </Step>
      )}
      {shown(2) && (
        <Step number={2} titled={allAtOnce}>
          <WhatShowsIt {...{ draft, change, photo, scribes }} learnerId={learner.id} />
        </Step>
      )}
      {shown(3) && (
        <Step number={3} titled={allAtOnce}>
          <ClaimThought {...{ draft, change }} />
          {!scribes && (
            <AudienceChooser
              learnerId={learner.id}
              among={claimAudiences}
              value={draft.audiences}
              onChange={(audiences) => change({ audiences })}
            />
          )}
        </Step>
      )}
      {keep.problem && <Notice kind="problem">{keep.problem}</Notice>}
      <div className={styles['buttons']}>
        {!allAtOnce && draft.step > 1 && (
          <Button icon={ArrowLeft} onClick={() => go(draft.step - 1)}>
            {say('self-assessment.back')}
          </Button>
        )}
        {!allAtOnce && draft.step < steps.length ? (
          <Button type="submit" look="primary" icon={ArrowRight}>
            {say('self-assessment.next')}
          </Button>
        ) : (
          <Button type="submit" look="primary" busy={keep.busy || recording.busy || photo.busy}>
            {say(scribes ? 'self-assessment.save-theirs' : 'self-assessment.save')}
          </Button>
        )}
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What the further steps show is fetched with the first, so that it is there when the network goes meanwhile. */
function useAhead(learnerId: string) {
  usePortfolio(learnerId)
  useRead(WhoWouldSee, { params: { id: learnerId } }, { quietly: true })
}

/** Where one is, as three stones. */
function Steps({ at }: { at: number }) {
  const { say } = useWords()
  return (
    <ol className={styles['steps']} aria-label={say('self-assessment.steps')}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-done={step < at}>
          <span aria-hidden>{step}</span>
          {say(stepWords[step])}
        </li>
      ))}
    </ol>
  )
}

type StepProps = { number: (typeof steps)[number]; titled: boolean; children: React.ReactNode }

function Step({ number, titled, children }: StepProps) {
  const { say } = useWords()
  return (
    <section className={styles['step']} aria-label={titled ? undefined : say(stepWords[number])}>
      {titled && <h2>{say(stepWords[number])}</h2>}
      {children}
    </section>
  )
}

/** Third step: what they think about it. It may be left out. */
function ClaimThought({ draft, change }: { draft: ClaimDraft; change: Change }) {
  const { say } = useWords()
  return (
    <>
      <TextArea
        label={say('self-assessment.thought')}
        hint={say('self-assessment.thought-hint')}
        optional
        rows={3}
        maxLength={longestThought}
        value={draft.reflection}
        onChange={(event) => change({ reflection: event.currentTarget.value })}
      />
      <ReadAloud text={`${say('self-assessment.thought')} ${say('self-assessment.thought-hint')}`} />
    </>
  )
}
