import { Suspense, useEffect, useRef, useState } from 'react'
import { onSignedOut } from '../../platform/web/signed-out.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { startAfresh, usernameHere } from './arrival.ts'
import { classDoor, isClassDevice } from './class-device.ts'
import { KeysForm } from './keys-form.tsx'
import type { Me } from './me.tsx'

type Waiting = { signedIn: () => void; gaveUp: (reason: Error) => void }

/**
 * A session that ended in the middle of writing: the same person signs in over the page and the refused request
 * goes on. Somebody else gets their own first page, because what is typed here is not theirs.
 */
export function SignInAgain({ me }: { me: Me }) {
  const [open, setOpen] = useState<boolean>()
  const waiting = useRef<Waiting | undefined>(undefined)

  useEffect(
    () =>
      onSignedOut(
        () =>
          new Promise<void>((signedIn, gaveUp) => {
            // a child has no password to type: what they began is kept for them, and the door asks for their card
            if (isClassDevice()) return location.assign(classDoor)
            waiting.current = { signedIn, gaveUp }
            setOpen(true)
          }),
      ),
    [],
  )

  if (open === undefined) return null
  const end = (signedIn: boolean) => {
    setOpen(false)
    if (signedIn) waiting.current?.signedIn()
    else waiting.current?.gaveUp(new Error('Nobody signed in again'))
  }
  // its words are of the door: no page waits for them
  return (
    <Suspense>
      <KeysAgain me={me} open={open} onEnd={end} />
    </Suspense>
  )
}

type KeysAgainProps = { me: Me; open: boolean; onEnd: (signedIn: boolean) => void }

function KeysAgain({ me, open, onEnd }: KeysAgainProps) {
  const { say } = useWords()
  // After the dialog has opened and put the focus on its first button.
  useEffect(() => {
    if (!open) return
    const name = usernameHere() ? 'password' : 'username'
    document.querySelector<HTMLInputElement>(`dialog[open] [name=${name}]`)?.focus()
  }, [open])

  return (
    <Dialog open={open} title={say('sign-in.again-title')} onClose={() => onEnd(false)}>
      <p>{say('sign-in.again-meaning', { name: me.name })}</p>
      <KeysForm
        username={usernameHere()}
        onArrived={async ({ id }) => {
          // whoever signs in on a device of a class has it back, and sees that they have
          if (id !== me.id || me.handover) return startAfresh()
          onEnd(true)
        }}
      >
        <Button onClick={() => onEnd(false)}>{say('sign-in.again-later')}</Button>
      </KeysForm>
    </Dialog>
  )
}
