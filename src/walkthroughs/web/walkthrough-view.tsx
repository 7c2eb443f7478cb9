import { useState } from 'react'
import { Link } from 'wouter'
import { WhatToAsk } from '../../conferences/web/what-to-ask.tsx'
import { GoalPage } from '../../conferences/web/shown-page.tsx'
import type { PageOf } from '../../conferences/conference.ts'
import type { ShownChoice } from '../../conferences/web/prepared.ts'
import { frameOf, picturesOf, playableIn } from '../../media/web/media-view-renditions.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picture } from '../../ui/picture.tsx'
import type { GetWalkthrough } from '../contract.ts'
import { answerBy, pageAt } from '../walkthrough.ts'
import styles from './walkthroughs.module.css'

export type Walkthrough = NonNullable<Answer<typeof GetWalkthrough>>

/** The learner's voice, and beside it the page they are speaking about. */
export function WalkthroughView({ walkthrough, name }: { walkthrough: Walkthrough; name: string }) {
  const { say, sayDate } = useWords()
  const { media, marks, goal, choices } = walkthrough
  const [second, setSecond] = useState(0)
  const pages: PageOf<ShownChoice>[] = [
    { kind: 'welcome' },
    ...choices.map((one) => ({ kind: 'choice' as const, choice: { ...one, cue: null, rests: null } })),
    ...(goal ? [{ kind: 'goal' as const }] : []),
    { kind: 'together' },
  ]
  const page = pages[Math.min(pageAt(marks, second), pages.length - 1)] ?? { kind: 'welcome' as const }
  const source = playableIn(media, { narrow: false, sparing: false })[0]?.address
  return (
    <section className={styles['beside']} aria-label={say('walkthroughs.title')}>
      <p>
        {say('walkthroughs.sent', {
          name,
          day: sayDate(walkthrough.sentAt),
          until: sayDate(answerBy(new Date(walkthrough.sentAt))),
        })}
      </p>
      {source ? (
        <audio
          controls
          preload="metadata"
          src={source}
          aria-label={say('walkthroughs.listen', { name })}
          onTimeUpdate={(event) => setSecond(event.currentTarget.currentTime)}
        />
      ) : (
        <Notice kind="wait">{say('walkthroughs.on-its-way')}</Notice>
      )}
      <div aria-live="polite">
        <h3>
          {page.kind === 'choice'
            ? (page.choice.piece?.title ?? '') || say('conferences.untitled')
            : say(`conferences.${page.kind}`)}
        </h3>
        {page.kind === 'choice' && <Shown choice={page.choice} />}
        {page.kind === 'goal' && <GoalPage prepared={{ goal }} />}
      </div>
      <WhatToAsk page={page} />
    </section>
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
