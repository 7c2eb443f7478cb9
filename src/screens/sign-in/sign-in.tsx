import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { Redirect, useLocation, useSearchParams } from 'wouter'
import { classDoor, grownUp, isClassDevice } from '../../people/web/class-device.ts'
import { KeysForm } from '../../people/web/keys-form.tsx'
import type { Me } from '../../people/web/me.tsx'
import { OthersWaiting } from '../../people/web/others-waiting.tsx'
import { isWrittenByServer, wayBack } from '../../people/web/way-back.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Segments } from '../../ui/choices.tsx'
import { OtherWays } from './other-ways.tsx'
import { Outdoors } from './outdoors.tsx'
import styles from './sign-in.module.css'
import { WhoIsWho } from './who-is-who.tsx'

/** The door: one form, and in a demo the people one can be. */
export function SignInScreen() {
  const [search] = useSearchParams()
  const forClass = isClassDevice() && ![grownUp, 'arrived', 'refused'].some((word) => search.has(word))
  return forClass ? <Redirect to={classDoor} replace /> : <SignInPage />
}

function SignInPage() {
  const { say, locale, setLocale } = useWords()
  const { setVoice } = useVoice()
  const goIn = useGoingIn()
  const title = say('sign-in.title')
  useEffect(() => {
    document.title = `${title} · ${say('ui.app-name')}`
  }, [title, say])
  // Whoever was here before is gone, and so is the voice they were spoken to in.
  useLayoutEffect(() => setVoice('older'), [setVoice])
  return (
    <div className={styles['door']}>
      <Outdoors />
      <main className={styles['main']}>
        <div className={styles['language']}>
          <Segments
            label={say('people.language')}
            quietLabel
            value={locale}
            onChange={setLocale}
            choices={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
          />
        </div>
        <section className={styles['form']}>
          <h1>{title}</h1>
          <OthersWaiting />
          <KeysForm onArrived={goIn} />
          <OtherWays onArrived={goIn} />
          <p className={styles['forgot']}>{say('sign-in.forgot')}</p>
        </section>
        <WhoIsWho onArrived={goIn} />
      </main>
    </div>
  )
}

/** To where they wanted to go, with nothing left of whoever was here before. */
function useGoingIn(): (me: Me) => void {
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  return () => {
    queries.clear()
    const to = wayBack(location.search)
    if (isWrittenByServer(to)) location.replace(to)
    else goTo(to, { replace: true })
  }
}
