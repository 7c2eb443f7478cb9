import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { ListSessions, SignOutEverywhere } from '../../people/contract.ts'
import { deviceOf } from '../../people/web/device.ts'
import { leaveHere } from '../../people/web/sign-out.ts'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './account.module.css'

/** Every place where somebody holds my key at the moment, and one way to end them all. */
export function WhereSignedIn() {
  const { say, sayDate } = useWords()
  const sayDevice = useSayDevice()
  const refusalWords = useRefusalWords()
  const { data: sessions, error } = useRead(ListSessions, {})
  return (
    <div className={styles['sessions']}>
      {error && !sessions && <Notice kind="problem">{refusalWords(error)}</Notice>}
      <ul className={styles['places']}>
        {sessions?.map((session) => (
          <li key={session.id}>
            <span className={styles['device']}>{sayDevice(session.device)}</span>
            <span className={styles['quiet']}>
              {session.here
                ? say('account.session-here')
                : say('account.session-seen', { when: sayDate(session.lastSeenAt, 'moment') })}
            </span>
          </li>
        ))}
      </ul>
      <EndEverywhere />
    </div>
  )
}

function EndEverywhere() {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [asking, setAsking] = useState(false)
  const ending = useAct(SignOutEverywhere, { onDone: () => void leaveHere() })
  const close = () => setAsking(false)
  return (
    <>
      <Button icon={LogOut} className={styles['do']} onClick={() => setAsking(true)}>
        {say('account.end-everywhere')}
      </Button>
      <Dialog
        open={asking}
        title={say('account.end-everywhere-title')}
        onClose={close}
        busy={ending.isPending}
        actions={
          <>
            <Button onClick={close}>{say('account.end-everywhere-not')}</Button>
            <Button look="primary" busy={ending.isPending} onClick={() => ending.mutate({})}>
              {say('account.end-everywhere')}
            </Button>
          </>
        }
      >
        <p>{say('account.end-everywhere-meaning')}</p>
        {ending.error && <Notice kind="problem">{refusalWords(ending.error)}</Notice>}
      </Dialog>
    </>
  )
}

function useSayDevice(): (userAgent: string) => string {
  const { say } = useWords()
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser && system) return say('account.device', { browser, system })
    return browser ?? system ?? say('account.device-unknown')
  }
}
