import {
  FileText,
  Film,
  Flag,
  Link2,
  Mail,
  MessageSquareQuote,
  Mic,
  Milestone,
  Shapes,
  Sprout,
} from 'lucide-react'
import { Link } from 'wouter'
import { goalFields } from '../../goals/goal.ts'
import { picturesOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useCompetencyWords } from '../../self-assessment/web/competency-words.ts'
import { Picture } from '../../ui/picture.tsx'
import { Time } from '../../ui/time.tsx'
import type { Entry } from './asked.ts'
import { Marked } from './marked.tsx'
import styles from './timeline.module.css'

type EntryLineProps = { entry: Entry; looked?: string | undefined; mine: boolean; showsLearner?: boolean }

/** One thing somebody made or said: what it is, its first words, and the way to it. */
export function EntryLine({ entry, looked, mine, showsLearner = false }: EntryLineProps) {
  const { say } = useWords()
  const { prompt } = entry
  const heading = useHeading(entry)
  const told = toldBeside(entry, heading)
  return (
    <article className={styles['entry']} data-kind={entry.kind}>
      <Sign entry={entry} />
      <div className={styles['told']}>
        <h3>
          <Link className={styles['way']} href={wayTo(entry, mine)}>
            <Marked words={heading} looked={looked} />
          </Link>
        </h3>
        <p className={styles['about']}>
          {showsLearner && <strong>{entry.learner.name}</strong>}
          <span>
            {entry.number === null
              ? say(`timeline.kind-${entry.kind}`)
              : say('ui.attempt-number', { number: entry.number })}
          </span>
          <Time at={entry.madeAt} />
          {entry.scribe && <span>{say('timeline.written-by', { name: entry.scribe.name })}</span>}
        </p>
        {prompt && <p className={styles['asked']}>{prompt}</p>}
        {told && (
          <p className={styles['words']}>
            <Marked words={told} looked={looked} />
          </p>
        )}
      </div>
    </article>
  )
}

/** Its words without those that stand above already, and from the beginning of a word. */
function toldBeside({ words, prompt, piece, goal }: Entry, heading: string): string {
  const above = [
    heading,
    prompt,
    piece?.title ?? '',
    ...(goal ? [goal.words[goalFields[goal.form][0]] ?? ''] : []),
  ]
  return words
    .replace(/^… \S*\s/, '… ')
    .split('\n')
    .filter((line) => line !== '' && !above.some((one) => one !== '' && one.startsWith(line)))
    .join(' ')
}

function useHeading(entry: Entry): string {
  const { kind, piece, collection, term, goal, standing, words, competency, sealedAt } = entry
  const { say, sayDate } = useWords()
  const { nameOf } = useCompetencyWords()
  if (competency) return say('timeline.can-do', { competency: nameOf(competency) })
  if (sealedAt) return say('timeline.letter-of', { day: sayDate(sealedAt, 'long') })
  if (collection)
    return say('timeline.about-collection', { title: collection.title || say('timeline.untitled') })
  if (kind === 'attempt') return piece?.title || say('timeline.untitled')
  const wanted = (goal && goal.words[goalFields[goal.form][0]]) || say('timeline.drawn-goal')
  if (kind === 'reflection') {
    if (piece) return piece.title || say('timeline.untitled')
    if (goal) return say('timeline.about-goal', { goal: wanted })
    return term ? say('timeline.about-term', { term: term.name }) : say('timeline.said')
  }
  if (kind === 'check' && standing) return `${wanted} · ${say(`timeline.standing-${standing}`)}`
  return wanted || words
}

function wayTo({ id, kind, piece, collection, number, learner }: Entry, mine: boolean): string {
  if (piece) return `/pieces/${piece.id}${number === null ? '' : `?attempt=${number}`}`
  if (collection) return `/collections/${collection.id}`
  if (!mine) return `/learners/${learner.id}`
  if (kind === 'letter') return `/letters/${id}`
  if (kind === 'claim') return '/can-do'
  return kind === 'reflection' ? '/reflections' : '/goals'
}

const signs = {
  attempt: Shapes,
  reflection: MessageSquareQuote,
  goal: Flag,
  check: Milestone,
  claim: Sprout,
  letter: Mail,
}
const mediaSigns = { audio: Mic, video: Film, document: FileText, file: FileText, picture: Shapes }

/** A picture of it where there is one; what it is stands in words beside it. */
function Sign({ entry }: { entry: Entry }) {
  const { cover } = entry
  const pictures = cover ? picturesOf(cover) : []
  if (cover && pictures.length > 0) {
    return (
      <span className={styles['picture']}>
        <Picture
          renditions={pictures.slice(0, 1)}
          width={cover.width ?? 4}
          height={cover.height ?? 3}
          alt=""
          thumbhash={cover.placeholder}
          sizes="5rem"
          cover
        />
      </span>
    )
  }
  const isLink = entry.kind === 'attempt' && entry.mediums.includes('link') && !cover
  const Drawn = cover?.kind ? mediaSigns[cover.kind] : isLink ? Link2 : signs[entry.kind]
  return (
    <span className={styles['sign']}>
      <Drawn aria-hidden />
    </span>
  )
}
