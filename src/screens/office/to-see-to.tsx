import { Link } from 'wouter'
import { ListWaiting } from '../../office/contract.ts'
import type { WaitingKind } from '../../office/waiting.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import lists from '../register/register.module.css'
import styles from './office.module.css'

const ways: Readonly<Record<WaitingKind, string>> = {
  unmatched: '/office/signing-in',
  'stopped-imports': '/office/rosters',
  'ready-imports': '/office/rosters',
  'failed-work': '/office/errands',
  'resting-hooks': '/office/programs',
  suspected: '/office/people',
  outside: '/office/families',
  'stuck-links': '/office/families',
  storage: '/office/storage',
  'no-backup': '/office/storage',
  'old-backup': '/office/storage',
}

/** What waits for whoever has an office: a line each, and the way to where it is done. */
export function ToSeeTo() {
  const { say } = useWords()
  const { data } = useRead(ListWaiting, {}, { refetchOnMount: 'always' })
  if (!data) return null
  return (
    <Section title={say('house.waiting')}>
      {data.length === 0 && <p className={lists['quiet']}>{say('house.nothing')}</p>}
      <ul className={lists['list']}>
        {data.map(({ kind, count }) => (
          <li key={kind}>
            <Link className={styles['way']} href={ways[kind]}>
              {say(`house.waiting-${kind}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
