import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import { Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import type { ListLooks } from '../contract.ts'
import styles from './looks.module.css'

type Looks = Answer<typeof ListLooks>

/** Who opened what and when; and on which days a link was used, by whomever. */
export function LookList({ looks, links }: Looks) {
  const { say } = useWords()
  return (
    <>
      {looks.length > 0 && (
        <Section title={say('family.looked-people')}>
          <ul className={styles['list']}>
            {looks.map(({ on, person, piece, collection }) => (
              <li key={`${person.id} ${on} ${(piece ?? collection)?.id}`} className={styles['look']}>
                <Face person={person} size="small" />
                <span>{person.name}</span>
                {piece && <Titled href={`/pieces/${piece.id}`} title={piece.title} />}
                {collection && <Titled href={`/collections/${collection.id}`} title={collection.title} />}
                <small>
                  <Time at={on} />
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {links.length > 0 && (
        <Section title={say('family.looked-links')}>
          <p>{say('family.looked-links-meaning')}</p>
          <ul className={styles['list']}>
            {links.map(({ on, times, collection }) => (
              <li key={`${collection.id} ${on}`} className={styles['look']}>
                <Titled href={`/collections/${collection.id}`} title={collection.title} />
                <span>{say('family.looked-times', { count: times })}</span>
                <small>
                  <Time at={on} />
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Titled({ href, title }: { href: string; title: string }) {
  const { say } = useWords()
  return (
    <Link href={href} dir="auto">
      {title || say('family.looked-untitled')}
    </Link>
  )
}
