import { ArrowLeft, ArrowRight } from 'lucide-react'
import { lazy, type Ref, Suspense, useRef, useState } from 'react'
import { Link } from 'wouter'
import { WhatToAsk } from '../../conferences/web/what-to-ask.tsx'
import { GoalPage, usePageName } from '../../conferences/web/shown-page.tsx'
import type { PageOf } from '../../conferences/conference.ts'
import type { ShownChoice } from '../../conferences/web/prepared.ts'
import { frameOf, picturesOf, playableIn } from '../../media/web/media-view-renditions.ts'
import { Transcript } from '../../media/web/media-view-recording.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { Picture } from '../../ui/picture.tsx'
import type { GetWalkthrough } from '../contract.ts'
import { pageAt, secondOf } from '../walkthrough.ts'
import styles from './walkthroughs.module.css'

const WriteSaid = lazy(async () => ({
  default: (await import('./write-said.tsx')).WriteSaid,
}))

export type Walkthrough = NonNullable<Answer<typeof GetWalkthrough>>

type ViewProps = {
  walkthrough: Walkthrough
  name: string
  /** what it is, for whoever reads it */
  lead: string
  /** its learner writes down here what they say */
  own: boolean
}

/** The learner's voice, and below it the page they are speaking about; or another, turned to by hand. */
export function WalkthroughView({ walkthrough, name, lead, own }: ViewProps) {
  const { say } = useWords()
  const nameOf = usePageName()
  const { media, goal, goalShown, choices } = walkthrough
  const player = useRef<HTMLVideoElement>(null)
  const [at, setAt] = useState(0)
  // a page turned to by hand stays until the voice goes on
  const byHand = useRef(false)
  const pages: PageOf<ShownChoice>[] = [
    { kind: 'welcome' },
    ...choices.map((one) => ({ kind: 'choice' as const, choice: { ...one, cue: null, rests: null } })),
    ...(goalShown ? [{ kind: 'goal' as const }] : []),
    { kind: 'together' },
  ]
  const page = pages[at] ?? { kind: 'welcome' as const }
  const follow = ({ currentTime, paused }: HTMLMediaElement) => {
    if (!paused) byHand.current = false
    if (!byHand.current) setAt(Math.min(pageAt(walkthrough, currentTime), pages.length - 1))
  }
  const turn = (to: number) => {
    const mark = secondOf(walkthrough, to)
    byHand.current = true
    setAt(to)
    if (player.current && mark !== undefined) player.current.currentTime = mark
  }
  const source = playableIn(media, { narrow: false, sparing: false })[0]?.address
  return (
    <section className={styles['part']} aria-label={say('walkthroughs.title')}>
      <p>{lead}</p>
      {source ? (
        <Heard {...{ media, source, follow }} ref={player} title={say('walkthroughs.listen', { name })} />
      ) : (
        <Notice kind="wait">{say('walkthroughs.on-its-way')}</Notice>
      )}
      {media.transcript && <Transcript address={media.transcript.words} locale={media.transcript.locale} />}
      <div className={styles['ways']} role="group" aria-label={say('walkthroughs.pages')}>
        <Button icon={ArrowLeft} disabled={at === 0} onClick={() => turn(at - 1)}>
          {say('conferences.previous')}
        </Button>
        <Button icon={ArrowRight} disabled={at === pages.length - 1} onClick={() => turn(at + 1)}>
          {say('conferences.next')}
        </Button>
        <span>{say('conferences.page-of', { number: at + 1, all: pages.length })}</span>
      </div>
      <div className={styles['page']}>
        <h3 aria-live="polite">{nameOf(page)}</h3>
        {page.kind === 'choice' && <Shown choice={page.choice} />}
        {page.kind === 'goal' &&
          (goal ? <GoalPage prepared={{ goal }} /> : <p>{say('walkthroughs.goal-gone')}</p>)}
      </div>
      {own ? (
        <Suspense fallback={null}>
          <WriteSaid walkthrough={walkthrough} names={pages.map(nameOf)} />
        </Suspense>
      ) : (
        <WhatToAsk page={page} />
      )}
    </section>
  )
}

type HeardProps = {
  ref: Ref<HTMLVideoElement>
  media: Walkthrough['media']
  source: string
  title: string
  follow: (player: HTMLMediaElement) => void
}

/** A voice has a picture too where it has captions: only there does a browser show them. */
function Heard({ ref, media, source, title, follow }: HeardProps) {
  const { say } = useWords()
  const { transcript } = media
  const seen = media.kind === 'video'
  const poster = picturesOf(media).at(-1)?.url
  return (
    <video
      ref={ref}
      className={classNames(styles['player'], !seen && styles[transcript?.captions ? 'captioned' : 'voice'])}
      controls
      playsInline
      preload="metadata"
      src={source}
      {...(seen && poster ? { poster } : {})}
      aria-label={title}
      onTimeUpdate={(event) => follow(event.currentTarget)}
    >
      {transcript?.captions && (
        <track
          key={transcript.captions}
          kind="captions"
          default={!seen}
          src={transcript.captions}
          srcLang={transcript.locale}
          label={say('media.captions')}
        />
      )}
    </video>
  )
}

function Shown({ choice }: { choice: ShownChoice }) {
  const { say } = useWords()
  const { piece, why } = choice
  return (
    <>
      {piece?.cover && picturesOf(piece.cover).length > 0 && (
        <Picture
          renditions={picturesOf(piece.cover)}
          {...frameOf(piece.cover)}
          alt={piece.title}
          thumbhash={piece.cover.placeholder}
          sizes="(min-width: 48rem) 30rem, 92vw"
        />
      )}
      {why && <blockquote>{why}</blockquote>}
      {piece && <Link href={`/pieces/${piece.id}`}>{say('walkthroughs.see-work')}</Link>}
    </>
  )
}
