import { useQueryClient } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { readCode } from '../../cards/card.ts'
import { GetClassDoor, ShowCard } from '../../cards/contract.ts'
import {
  forgetClassDevice,
  grownUp,
  isClassDevice,
  localeOfDoor,
  noteClassDevice,
} from '../../people/web/class-device.ts'
import { OthersWaiting } from '../../people/web/others-waiting.tsx'
import { type Answer, call } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal, isNotThere } from '../../platform/web/refusal.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { ShowCardStep } from './show-card-step.tsx'
import { TapPicture } from './tap-picture.tsx'
import styles from './cards.module.css'

export type Shown = { code: string; givenName: string }

/** The door of a class: a card, a picture, and the child is at the camera with their own work. */
export function ClassDoor() {
  const { say, locale, setLocale } = useWords()
  const { setVoice } = useVoice()
  useLayoutEffect(() => setVoice('early'), [setVoice])
  useLayoutEffect(() => {
    if (isClassDevice() && localeOfDoor() !== locale) setLocale(localeOfDoor())
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only on coming to the door: whoever stands there may choose another
  }, [])
  const read = useRead(GetClassDoor, {}, { quietly: true, refetchOnMount: 'always' })
  const gone = isNotThere(read.error)
  useEffect(() => {
    if (read.data) noteClassDevice(locale)
    if (gone) forgetClassDevice()
  }, [read.data, gone, locale])
  if (read.data) return <OpenDoor door={read.data} />
  if (!read.error || read.isFetching) return <Loading />
  return (
    <Page title={say('cards.door')} width="reading">
      <Notice
        kind={gone ? 'note' : 'wait'}
        action={
          gone ? (
            <ButtonLink look="primary" href="/sign-in">
              {say('cards.to-sign-in')}
            </ButtonLink>
          ) : (
            <Button onClick={() => void read.refetch()}>{say('people.away-try')}</Button>
          )
        }
      >
        {say(gone ? 'cards.no-door' : 'cards.no-network')}
      </Notice>
    </Page>
  )
}

function OpenDoor({ door }: { door: Answer<typeof GetClassDoor> }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const [shown, setShown] = useState<Shown>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const show = async (typed: string) => {
    if (busy) return
    const code = readCode(typed)
    if (code === undefined) return setProblem(say('cards.no-card'))
    setBusy(true)
    setProblem(undefined)
    try {
      const { givenName } = await call(ShowCard, { body: { code } }, { quietly: true })
      setShown({ code, givenName })
    } catch (error) {
      setProblem(error instanceof ApiRefusal ? error.sentence : say('cards.no-network'))
    }
    setBusy(false)
  }
  const goIn = () => {
    queries.clear()
    goTo('/work/new', { replace: true })
  }
  return (
    <Page
      title={shown ? say('cards.hello', { name: shown.givenName }) : say('cards.show')}
      bar={
        <header className={styles['bar']}>
          <span>{door.class}</span>
          <ButtonLink look="plain" icon={UserRound} href={`/sign-in?${grownUp}`}>
            {say('cards.grown-ups')}
          </ButtonLink>
        </header>
      }
    >
      {shown ? (
        <TapPicture shown={shown} onIn={goIn} onBack={() => setShown(undefined)} />
      ) : (
        <ShowCardStep busy={busy} problem={problem} onCode={(code) => void show(code)} />
      )}
      {!shown && <OthersWaiting />}
    </Page>
  )
}
