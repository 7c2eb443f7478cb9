import { type FormEvent, useState } from 'react'
import { EndHandover } from '../../handovers/contract.ts'
import { PasswordField } from '../../people/web/keys-form.tsx'
import { takeBack, takeBackWithoutNetwork } from '../../people/web/letting-go.ts'
import { useMe } from '../../people/web/me.tsx'
import { call } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

const patienceMs = 8_000

/** Only the teacher's password opens the way back; without a network the device itself knows whether it is right. */
export function TakeBackDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const me = useMe()
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<{ busy: boolean; problem?: string }>({ busy: false })
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (step.busy || !me.handover) return
    if (!password) return setStep({ busy: false, problem: say('sign-in.password-needed') })
    setStep({ busy: true })
    const { id, classId } = me.handover
    try {
      const options = { quietly: true, once: true, signal: AbortSignal.timeout(patienceMs) }
      await call(EndHandover, { params: { id }, body: { password } }, options)
      takeBack(`/classes/${classId}`)
    } catch (error) {
      if (error instanceof ApiRefusal) {
        // the session ended somewhere else: the door knows what to do
        if (error.status === 401) return takeBack('/sign-in')
        return setStep({ busy: false, problem: error.sentence })
      }
      const opened = await takeBackWithoutNetwork(me, password).catch(() => false)
      if (!opened) setStep({ busy: false, problem: say('handovers.not-opened') })
    }
  }
  return (
    <Dialog open title={say('handovers.take-back')} onClose={onClose} busy={step.busy}>
      <form onSubmit={(event) => void enter(event)} noValidate>
        <p>{say('handovers.take-back-meaning', { name: me.name })}</p>
        <PasswordField
          label={say('sign-in.password')}
          name="password"
          autoComplete="off"
          value={password}
          error={step.problem}
          onWrite={setPassword}
        />
        <Button type="submit" look="primary" busy={step.busy}>
          {say('handovers.open')}
        </Button>
      </form>
    </Dialog>
  )
}
