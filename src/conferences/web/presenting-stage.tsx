import { ArrowLeft, ArrowRight, EyeOff, HandHelping, StickyNote, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { call } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import type { PageOf } from '../conference.ts'
import { TurnConferencePage } from '../contract.ts'
import type { HeldMeeting } from './meeting.ts'
import type { Preparation, ShownChoice } from './prepared.ts'
import { ShownPage, usePageName } from './shown-page.tsx'
import { Together } from './together.tsx'
import { useTurning } from './turning.ts'
import { WhatToAsk } from './what-to-ask.tsx'
import styles from './conferences.module.css'

type StageProps = {
  prepared: Preparation
  pages: readonly PageOf<ShownChoice>[]
  /** none while practicing */
  meeting: HeldMeeting | undefined
  /** what runs along while it is tried out or recorded */
  beside?: ReactNode
  /** what the last page says when no meeting is held */
  end: string
  onPage?: (at: number) => void
  onLeave: () => void
}

/** Presenting: the work and nothing else; handed over, it is the family's page and has no cards. */
export function PresentingStage({ prepared, pages, meeting, beside, end, onPage, onLeave }: StageProps) {
  const { say } = useWords()
  const nameOf = usePageName()
  const [handed, setHanded] = useState(false)
  const [peeking, setPeeking] = useState(false)
  const { at, turn, onPointerDown, onPointerUp } = useTurning(pages.length, meeting?.here?.at)
  const page = pages[at] ?? { kind: 'together' as const }
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    setPeeking(false)
    title.current?.focus()
  }, [at])
  useEffect(() => onPage?.(at), [at, onPage])
  useNoted(page, at, meeting)
  const card = cueOf(page, prepared)
  return (
    <main className={styles['stage']} onPointerDown={onPointerDown} onPointerUp={onPointerUp}>
      <div className={styles['show']}>
        <h1 ref={title} tabIndex={-1}>
          {nameOf(page)}
        </h1>
        {page.kind === 'together' ? (
          meeting ? (
            !handed && <Together prepared={prepared} meeting={meeting} />
          ) : (
            <p>{end}</p>
          )
        ) : (
          <ShownPage page={page} pages={pages} prepared={prepared} />
        )}
        {handed && <WhatToAsk page={page} />}
        {peeking && !handed && (
          <p className={styles['mine']} aria-label={say('conferences.peek')}>
            {card || say('conferences.card-empty')}
          </p>
        )}
      </div>
      {beside}
      <div className={styles['foot']}>
        <Number at={at} all={pages.length} />
        {handed ? (
          <Button onClick={() => setHanded(false)}>
            {say('conferences.take-back', { name: prepared.learner.name })}
          </Button>
        ) : (
          <>
            {card !== null && (
              <Button
                look="plain"
                icon={peeking ? EyeOff : StickyNote}
                aria-pressed={peeking}
                onClick={() => setPeeking(!peeking)}
              >
                {say(peeking ? 'conferences.hide-card' : 'conferences.peek')}
              </Button>
            )}
            <Button
              look="plain"
              icon={HandHelping}
              onClick={() => {
                setPeeking(false)
                setHanded(true)
              }}
            >
              {say('conferences.hand-over')}
            </Button>
            <Minutes />
            <IconButton icon={X} word={say('conferences.leave')} onClick={onLeave} />
          </>
        )}
        <div className={styles['turn']}>
          <Button icon={ArrowLeft} disabled={at === 0} onClick={() => turn(-1)}>
            {say('conferences.previous')}
          </Button>
          <Button look="primary" icon={ArrowRight} disabled={at === pages.length - 1} onClick={() => turn(1)}>
            {say('conferences.next')}
          </Button>
        </div>
      </div>
    </main>
  )
}

/** Large, because without a network the family turns to the same one by hand. */
export function Number({ at, all }: { at: number; all: number }) {
  const { say } = useWords()
  return (
    <span className={styles['number']} role="status">
      <span className="unseen">{say('conferences.page-of', { number: at + 1, all })}</span>
      <span aria-hidden>{at + 1}</span>
    </span>
  )
}

/** How long it has been, quietly: nobody is hurried by a clock that runs down. */
function Minutes() {
  const { say } = useWords()
  const [begun] = useState(() => Date.now())
  const [now, setNow] = useState(begun)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className={styles['quiet']}>
      {say('conferences.minutes', { count: Math.floor((now - begun) / 60_000) })}
    </span>
  )
}

/** Notes what was shown, and says the page to those who follow, if there happens to be a network. */
function useNoted(page: PageOf<ShownChoice>, at: number, meeting: HeldMeeting | undefined) {
  const pieceId = page.kind === 'choice' ? page.choice.piece?.id : undefined
  const id = meeting?.here?.id
  useEffect(() => {
    meeting?.note(at, pieceId)
    if (!id || !navigator.onLine) return
    const sent = { params: { id }, body: { number: at + 1 } }
    void call(TurnConferencePage, sent, { once: true, quietly: true }).catch(() => undefined)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the page is turned: what else changed meanwhile says nothing new
  }, [pieceId, at, id])
}

function cueOf(page: PageOf<ShownChoice>, prepared: Preparation): string | null {
  if (page.kind === 'choice') return page.choice.cue
  if (page.kind === 'goal') return prepared.goalCue
  return page.kind === 'welcome' ? prepared.welcomeCue : null
}
