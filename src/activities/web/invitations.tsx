import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import { ListInvitations } from '../contract.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { sortInvitations } from './invitation.ts'
import { InvitationTile } from './invitation-tile.tsx'
import styles from './invitations.module.css'

const shown = 3

/** On a learner's first page: what is open, soonest first, and the way to all of it. Nothing when nothing is. */
export function Invitations() {
  const { say } = useWords()
  const { data } = useRead(ListInvitations, {})
  if (!data || data.length === 0) return null
  const { open, missed } = sortInvitations(data, dayOf())
  const more = open.length - shown
  if (open.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Link href="/activities">
          {missed.length > 0
            ? say('activities.missed-count', { count: missed.length })
            : say('activities.earlier')}
        </Link>
      </p>
    )
  }
  return (
    <Section
      title={say('activities.invitations')}
      action={
        <Link className={styles['all']} href="/activities">
          {more > 0 ? say('activities.more', { count: more }) : say('activities.all')}
        </Link>
      }
    >
      <ul className={styles['tiles']}>
        {open.slice(0, shown).map((one) => (
          <li key={one.id}>
            <InvitationTile invitation={one} stand="open" />
          </li>
        ))}
      </ul>
    </Section>
  )
}
