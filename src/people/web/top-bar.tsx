import { Check, LogOut, Settings, TabletSmartphone, Trash2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Face } from '../../ui/faces.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TopBar } from '../../ui/page.tsx'
import type { Hat } from '../person.ts'
import { sortHats } from './hat.ts'
import { useHat, useMe } from './me.tsx'
import { signOut } from './sign-out.ts'
import styles from './top-bar.module.css'

/** Few leave while something is on its way. */
const LeavingDialog = lazy(async () => ({
  default: (await import('./leaving-dialog.tsx')).LeavingDialog,
}))

/** The bar of every screen of somebody signed in. `place` says where one is, or leads back. */
export function PersonBar({ place, children }: { place?: ReactNode; children?: ReactNode }) {
  return (
    <TopBar place={place} roles={<HatSegments />} menu={<OwnMenu />}>
      {children}
    </TopBar>
  )
}

/** For people who are two things here: their work and their own children are kept apart. */
function HatSegments() {
  const { say } = useWords()
  const { hats } = useMe()
  const [hat, change] = useHatChange()
  if (hats.length < 2) return null
  return (
    <div className={styles['segments']}>
      <Segments
        label={say('people.hat-switch')}
        quietLabel
        value={hat}
        choices={sortHats(hats).map((value) => ({ value, label: say(`people.hat-${value}`) }))}
        onChange={change}
      />
    </div>
  )
}

/** The same on a phone, where the bar has no room for it. */
function HatItems() {
  const { say } = useWords()
  const { hats } = useMe()
  const [hat, change] = useHatChange()
  if (hats.length < 2) return null
  return (
    <div className={styles['items']} role="group" aria-label={say('people.hat-switch')}>
      {sortHats(hats).map((one) => (
        <Button key={one} look="plain" aria-pressed={one === hat} onClick={() => change(one)}>
          <Check aria-hidden className={one === hat ? undefined : styles['off']} />
          {say(`people.hat-${one}`)}
        </Button>
      ))}
    </div>
  )
}

function useHatChange(): [Hat, (hat: Hat) => void] {
  const [hat, wear] = useHat()
  const [, goTo] = useLocation()
  const change = (chosen: Hat) => {
    wear(chosen)
    goTo('/')
  }
  return [hat, change]
}

function OwnMenu() {
  const { say } = useWords()
  const me = useMe()
  const [hat] = useHat()
  const [leaving, setLeaving] = useState(false)
  const device = useThisDevice()
  const waiting = useWaiting()
  const [asking, setAsking] = useState(false)
  const leave = () => {
    setLeaving(true)
    void signOut()
  }
  return (
    <>
      <Menu
        label={
          <>
            <Face person={me} size="small" />
            <span className={styles['name']}>{me.givenName}</span>
          </>
        }
      >
        <HatItems />
        {hat === 'learner' && (
          <ButtonLink look="plain" icon={Trash2} href="/deleted">
            {say('people.deleted-work')}
          </ButtonLink>
        )}
        <ButtonLink look="plain" icon={TabletSmartphone} href="/on-this-device">
          {say('people.on-this-device', { device, count: waiting.length })}
        </ButtonLink>
        <ButtonLink look="plain" icon={Settings} href="/account">
          {say('people.account')}
        </ButtonLink>
        <Button
          look="plain"
          icon={LogOut}
          busy={leaving}
          onClick={() => (waiting.length > 0 ? setAsking(true) : leave())}
        >
          {say('people.sign-out')}
        </Button>
      </Menu>
      <Suspense>{asking && <LeavingDialog onStay={() => setAsking(false)} onLeave={leave} />}</Suspense>
    </>
  )
}
