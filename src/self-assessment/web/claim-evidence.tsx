import { Link } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import type { Claim } from './claim-card.tsx'
import { placeSigns } from './place-signs.ts'
import styles from './claims.module.css'

/** What shows it: work to open, words said before, and what happened outside school. */
export function ClaimEvidence({ evidence }: { evidence: Claim['evidence'] }) {
  const { say } = useWords()
  const shown = evidence.filter(({ piece, reflection, place }) => piece || reflection || place)
  if (shown.length === 0) return null
  return (
    <ul className={styles['shows']} aria-label={say('self-assessment.shown-by')}>
      {shown.map((one, at) => (
        <li key={at}>
          <Shown shown={one} />
        </li>
      ))}
    </ul>
  )
}

function Shown({ shown }: { shown: Claim['evidence'][number] }) {
  const { say } = useWords()
  const { piece, iteration, reflection, place, words } = shown
  if (piece) {
    const name = piece.title || say('self-assessment.untitled')
    return (
      <Link href={`/pieces/${piece.id}${iteration ? `?attempt=${iteration.number}` : ''}`}>
        {iteration ? `${name} · ${say('ui.attempt-number', { number: iteration.number })}` : name}
      </Link>
    )
  }
  if (reflection) return <q>{reflection.words}</q>
  if (!place) return null
  const Sign = placeSigns[place]
  return (
    <>
      <Sign aria-hidden />
      <span>
        <strong>{say(`self-assessment.place-${place}`)}:</strong> {words}
      </span>
    </>
  )
}
