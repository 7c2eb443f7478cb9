import { Mail } from 'lucide-react'
import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { CallableEndpoint } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RemindClass, RemindSchool } from '../contract.ts'
import styles from './completeness.module.css'

type InviteProps = {
  place: 'class' | 'school'
  id: string
  communicationId: string
  /** how many are missing and were not invited yet */
  count: number
  refreshes: readonly CallableEndpoint[]
}

/** One step that invites everybody who is still to come, each of them once. */
export function InviteMissing({ place, id, communicationId, count, refreshes }: InviteProps) {
  const { say } = useWords()
  const [waits, setWaits] = useState(false)
  const invite = useKeep(place === 'class' ? RemindClass : RemindSchool, {
    as: 'communications.waiting-invitation',
    refreshes,
    onDone: (outcome) => setWaits(outcome === 'waiting'),
  })
  if (waits) return <Notice kind="wait">{say('communications.invited-waits')}</Notice>
  if (count === 0) return <p className={styles['stand']}>{say('communications.invited-all')}</p>
  return (
    <div className={styles['invite']}>
      <Button
        look="primary"
        icon={Mail}
        busy={invite.isPending}
        onClick={() => invite.mutate({ params: { id }, body: { communicationId } })}
      >
        {say('communications.invite', { count })}
      </Button>
      <p className={styles['stand']}>{say('communications.invite-meaning')}</p>
      {invite.error && (
        <Notice kind="problem">
          {invite.error instanceof ApiRefusal ? invite.error.sentence : say('communications.not-done')}
        </Notice>
      )}
    </div>
  )
}
