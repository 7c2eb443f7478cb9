import type { Invitation, Stand } from '../../activities/web/invitation.ts'
import { InvitationTile } from '../../activities/web/invitation-tile.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './activities.module.css'

type InvitationListProps = { stand: Stand; invitations: readonly Invitation[] }

export function InvitationList({ stand, invitations }: InvitationListProps) {
  const { say } = useWords()
  if (invitations.length === 0) return null
  return (
    <Section title={say(`activities.stand-${stand}`)}>
      <ul className={styles['tiles']}>
        {invitations.map((one) => (
          <li key={one.id}>
            <InvitationTile invitation={one} stand={stand} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
