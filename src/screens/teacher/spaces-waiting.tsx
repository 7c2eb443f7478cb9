import { MessageCircle } from 'lucide-react'
import { Link } from 'wouter'
import { CountWaitingInSpaces } from '../../feedback/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './today.module.css'

type Kept = Answer<typeof CountWaitingInSpaces>[number]

/** Beside a class: the groups and one-to-ones in which something waits. */
export function SpacesWaiting() {
  const { say } = useWords()
  const { data = [] } = useRead(CountWaitingInSpaces, {})
  const waiting = data.filter((one) => one.waiting > 0)
  if (waiting.length === 0) return null
  return (
    <Section title={say('groups.counts')}>
      <KeptSpaces kept={waiting} />
    </Section>
  )
}

export function KeptSpaces({ kept }: { kept: readonly Kept[] }) {
  const { say } = useWords()
  return (
    <ul className={styles['kept']}>
      {kept.map(({ id, name, kind, learners, waiting }) => (
        <li key={id}>
          <div>
            <Link href={`/spaces/${id}`}>{name}</Link>
            <p className={styles['since']}>
              {say(`groups.kind-${kind}`)} · {say('groups.learners', { count: learners })}
            </p>
          </div>
          {waiting > 0 && (
            <ButtonLink
              icon={MessageCircle}
              href={`/spaces/${id}/feedback`}
              aria-label={`${name}: ${say('teacher.waiting', { count: waiting })}`}
            >
              {say('teacher.waiting', { count: waiting })}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
