import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { arriveBy } from '../../people/web/arrival.ts'
import type { Me } from '../../people/web/me.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { call } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AskForPasskey, SignInByPasskey } from '../contract.ts'
import { knowsPasskeys, showOnDevice } from './device-passkey.ts'

/** In with a passkey of this device, without a name and a password. */
export function PasskeyWay({ onArrived }: { onArrived: (me: Me) => void }) {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!knowsPasskeys()) return null
  const enter = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { ticket, options } = await call(AskForPasskey, { params: { id: v7() } })
      const answer = await showOnDevice(options)
      if (!answer) return setProblem(say('sign-in.passkey-none'))
      onArrived(await arriveBy((how) => call(SignInByPasskey, { body: { ticket, answer } }, how)))
    } catch (error) {
      setProblem(refusalWords(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Button icon={Fingerprint} busy={busy} onClick={() => void enter()}>
        {say('sign-in.passkey')}
      </Button>
    </>
  )
}
