import { LogOut, Settings, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Face } from '../../ui/faces.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TopBar } from '../../ui/page.tsx'
import { sortHats } from './hat.ts'
import { useHat, useMe } from './me.tsx'
import { signOut } from './sign-out.ts'
import styles from './top-bar.module.css'

/** The bar of every screen of somebody signed in. `place` says where one is, or leads back. */
export function PersonBar({ place, children }: { place?: ReactNode; children?: ReactNode }) {
  return (
    <TopBar place={place} roles={<HatSwitch />} menu={<OwnMenu />}>
      {children}
    </TopBar>
  )
}

/** For people who are two things here: their work and their own children are kept apart. */
function HatSwitch() {
  const { say } = useWords()
  const { hats } = useMe()
  const [hat, wear] = useHat()
  const [, goTo] = useLocation()
  if (hats.length < 2) return null
  return (
    <Segments
      label={say('people.hat-switch')}
      quietLabel
      value={hat}
      choices={sortHats(hats).map((value) => ({ value, label: say(`people.hat-${value}`) }))}
      onChange={(chosen) => {
        wear(chosen)
        goTo('/')
      }}
    />
  )
}

function OwnMenu() {
  const { say } = useWords()
  const me = useMe()
  const [hat] = useHat()
  const [leaving, setLeaving] = useState(false)
  return (
    <Menu
      label={
        <>
          <Face person={me} size="small" />
          <span className={styles['name']}>{me.givenName}</span>
        </>
      }
    >
      {hat === 'learner' && (
        <ButtonLink look="plain" icon={Trash2} href="/deleted">
          {say('people.deleted-work')}
        </ButtonLink>
      )}
      <ButtonLink look="plain" icon={Settings} href="/account">
        {say('people.account')}
      </ButtonLink>
      <Button
        look="plain"
        icon={LogOut}
        busy={leaving}
        onClick={() => {
          setLeaving(true)
          void signOut()
        }}
      >
        {say('people.sign-out')}
      </Button>
    </Menu>
  )
}
