import { ArrowLeft, ArrowRight, Keyboard } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { usePinBoard } from '../../pins/web/pin-board.tsx'
import { FeedbackList } from '../../feedback/web/feedback-list.tsx'
import { GiveFeedback } from '../../feedback/web/give-feedback.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import type { VoiceNoteHandle } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { GetPiece } from '../../work/contract.ts'
import { DeskWork, WhatChanged } from './desk-work.tsx'
import {
  type FeedbackQueue,
  leftOf,
  nextOf,
  placeOf,
  type QueueStep,
  type Waiting,
} from './feedback-queue.ts'
import { useKeys } from './keys.ts'
import { KeysDialog, useSingleKeys } from './keys-dialog.tsx'
import { usePiecesAhead } from './pieces-ahead.ts'
import { PhraseButtons } from './phrase-buttons.tsx'
import { insertPhrase, usePhrases } from './phrases.ts'
import styles from './feedback.module.css'

const RoundBeside = lazy(async () => ({
  default: (await import('../../rounds/web/round-beside.tsx')).RoundBeside,
}))

type FeedbackDeskProps = { queue: FeedbackQueue; current: Waiting; step: (step: QueueStep) => void }

/** One attempt and the box to answer it in; every turn has a key. */
export function FeedbackDesk({ queue, current, step }: FeedbackDeskProps) {
  const { say } = useWords()
  const side = useRef<HTMLDivElement>(null)
  const work = useRef<HTMLHeadingElement>(null)
  const [asksKeys, setAsksKeys] = useState(false)
  const [singleKeys, setSingleKeys] = useSingleKeys()
  const phrases = usePhrases()
  const box = useCallback(() => side.current?.querySelector('textarea') ?? undefined, [])
  const voice = useRef<VoiceNoteHandle>(null)
  const { pointing, point } = usePinBoard()
  const { data: piece } = useRead(GetPiece, { params: { id: current.piece.id } })
  const iteration = piece?.iterations.find(({ id }) => id === current.iterationId)
  const target = iteration && { pieceId: current.piece.id, iteration }
  const next = nextOf(queue)
  usePiecesAhead(next?.piece.id)
  useArrival(current.iterationId, work, box)
  const insert = (phrase: string | undefined) => phrase && insertPhrase(box(), phrase)
  const letters = {
    n: () => step({ kind: 'next' }),
    p: () => step({ kind: 'previous' }),
    f: () => box()?.focus(),
    '/': () => box()?.focus(),
    v: () => voice.current?.press(),
    m: () => point(!pointing),
    '?': () => setAsksKeys(true),
    ...Object.fromEntries(phrases.kept.slice(0, 9).map((phrase, at) => [at + 1, () => insert(phrase)])),
  }
  useKeys({
    ArrowRight: () => step({ kind: 'next' }),
    ArrowLeft: () => step({ kind: 'previous' }),
    Escape: () => work.current?.focus(),
    ...(singleKeys ? letters : {}),
  })
  const given = (iterationId: string) => step({ kind: 'given', iterationId })
  return (
    <div className={styles['desk']}>
      <DeskWork key={current.iterationId} waiting={current} heading={work} />
      <div className={styles['side']} ref={side}>
        <Turns queue={queue} step={step} />
        <WhatChanged words={current.whatChanged} />
        <GiveFeedback
          iterationId={current.iterationId}
          target={target}
          voice={voice}
          draftKey={`feedback ${current.iterationId}`}
          onGiven={() => given(current.iterationId)}
          beside={piece?.may.openLearner === false}
        />
        <PhraseButtons
          phrases={phrases}
          keys={singleKeys}
          onInsert={insert}
          written={() => box()?.value ?? ''}
        >
          <Button
            look="plain"
            icon={Keyboard}
            className={styles['keyboard']}
            onClick={() => setAsksKeys(true)}
          >
            {say('teacher.keys')}
          </Button>
        </PhraseButtons>
        <Suspense fallback={null}>
          <RoundBeside piece={current.piece} iterationId={current.iterationId} />
        </Suspense>
        {target && <FeedbackList target={target} all />}
      </div>
      <p className="unseen" role="status">
        {say('teacher.now', { name: current.piece.learner.name, number: current.number })}
      </p>
      <KeysDialog
        open={asksKeys}
        onClose={() => setAsksKeys(false)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </div>
  )
}

type TurnsProps = { queue: FeedbackQueue; step: (step: QueueStep) => void }

function Turns({ queue, step }: TurnsProps) {
  const { say } = useWords()
  const done = queue.at !== undefined && queue.given.has(queue.at)
  return (
    <div className={styles['turns']}>
      <Button icon={ArrowLeft} disabled={placeOf(queue) === 0} onClick={() => step({ kind: 'previous' })}>
        {say('teacher.previous')}
      </Button>
      <Button icon={ArrowRight} onClick={() => step({ kind: 'next' })}>
        {say(done ? 'teacher.next' : 'teacher.skip')}
      </Button>
      <span className={styles['left']}>{say('teacher.left', { count: leftOf(queue).length })}</span>
    </div>
  )
}

/** After a turn the hands stay where they were: in the box if they were typing, else at the work. */
function useArrival(
  iterationId: string,
  work: { current: HTMLElement | null },
  box: () => HTMLTextAreaElement | undefined,
) {
  const before = useRef(iterationId)
  const typing = useRef(false)
  useEffect(() => {
    const note = (event: KeyboardEvent) => {
      typing.current = event.target instanceof HTMLTextAreaElement
    }
    addEventListener('keydown', note, true)
    return () => removeEventListener('keydown', note, true)
  }, [])
  useEffect(() => {
    if (before.current === iterationId) return
    before.current = iterationId
    scrollTo(0, 0)
    if (typing.current && matchMedia('(pointer: fine)').matches) box()?.focus({ preventScroll: true })
    else work.current?.focus({ preventScroll: true })
  }, [iterationId, work, box])
}
