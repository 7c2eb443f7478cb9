import { useQueryClient } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { readCode } from '../../cards/card.ts'
import { GetClassDoor, ShowCard } from '../../cards/contract.ts'
import type { Refused } from '../../cards/web/card-camera.tsx'
import {
  forgetClassDevice,
  grownUp,
  isClassDevice,
  localeOfDoor,
  noteClassDevice,
} from '../../people/web/class-device.ts'
import { isLeaving, recallMarks } from '../../people/web/leaving.ts'
import { OthersWaiting } from '../../people/web/others-waiting.tsx'
import { finishLeaving } from '../../people/web/sign-out.ts'
import { type Answer, call } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal, isNotThere } from '../../platform/web/refusal.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import styles from './cards.module.css'
import { ShowCardStep } from './show-card-step.tsx'
import { TapPicture } from './tap-picture.tsx'

/** Long enough to be seen by whoever still looks at their card. */
const refusedMs = 4_000

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
  const { left, leave } = useLeft()
  const read = useRead(GetClassDoor, {}, { quietly: true, refetchOnMount: 'always', enabled: left === 'yes' })
  const gone = isNotThere(read.error)
  useEffect(() => {
    if (read.data) noteClassDevice(locale)
    if (gone) forgetClassDevice()
  }, [read.data, gone, locale])
  if (read.data) return <OpenDoor door={read.data} />
  if (left === 'leaving' || (left === 'yes' && (!read.error || read.isFetching))) return <Loading />
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
            <Button onClick={() => void (left === 'yes' ? read.refetch() : leave())}>
              {say('people.away-try')}
            </Button>
          )
        }
      >
        {say(gone ? 'cards.no-door' : 'cards.no-network')}
      </Notice>
    </Page>
  )
}

/** Whoever left while the server could not hear it has left before the next one is shown anything. */
function useLeft() {
  const [left, setLeft] = useState<'yes' | 'leaving' | 'not yet'>(() => (isLeaving() ? 'leaving' : 'yes'))
  const leave = useCallback(async () => {
    setLeft('leaving')
    setLeft((await finishLeaving()) === undefined ? 'not yet' : 'yes')
  }, [])
  useEffect(() => {
    void recallMarks().then(() => (isLeaving() ? leave() : undefined))
    const back = () => isLeaving() && void leave()
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [leave])
  return { left, leave }
}

function OpenDoor({ door }: { door: Answer<typeof GetClassDoor> }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const [shown, setShown] = useState<Shown>()
  const [before, setBefore] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRefused(undefined), refusedMs)
    return () => clearTimeout(timer)
  }, [refused])

  const refuse = (sentence: string, sign: Refused = 'card') => {
    setProblem(sentence)
    setRefused(sign)
  }
  const show = async (code: string | undefined, otherwise: string) => {
    if (busy) return
    if (code === undefined) return refuse(otherwise)
    setBusy(true)
    setProblem(undefined)
    setRefused(undefined)
    try {
      const { givenName } = await call(ShowCard, { body: { code } }, { quietly: true })
      setShown({ code, givenName })
    } catch (error) {
      if (error instanceof ApiRefusal) refuse(error.sentence)
      else refuse(say('cards.no-network'), 'network')
    }
    setBusy(false)
  }
  const putBack = () => {
    setBefore(shown?.code)
    setShown(undefined)
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
        <TapPicture shown={shown} onIn={goIn} onBack={putBack} />
      ) : (
        <ShowCardStep
          busy={busy}
          problem={problem}
          refused={refused}
          before={before}
          onSquare={(code) => void show(code, say('cards.other-square'))}
          onCode={(typed) => void show(readCode(typed), say('cards.no-card'))}
        />
      )}
      {!shown && <OthersWaiting />}
    </Page>
  )
}
