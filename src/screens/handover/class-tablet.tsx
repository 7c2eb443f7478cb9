import { LockKeyhole, ShieldCheck } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { GetHandover } from '../../handovers/contract.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { shortNames } from '../stack/short-names.ts'
import { useBegun } from './begun.ts'
import styles from './handover.module.css'

export type HandedOver = Answer<typeof GetHandover>
export type Child = HandedOver['learners'][number]

/** Fetched while the faces are looked at: cameras, sheets to draw on, and what keeps them. */
const loadCapture = () => import('./child-capture.tsx')
const ChildCapture = lazy(async () => ({ default: (await loadCapture()).ChildCapture }))
const TakeBackDialog = lazy(async () => ({
  default: (await import('./take-back-dialog.tsx')).TakeBackDialog,
}))

/** A device in the hands of a class: faces, then a camera, then faces again. Nothing else is open on it. */
export function ClassTablet() {
  const { handover } = useMe()
  const read = useRead(GetHandover, {}, { enabled: handover !== null })
  const { say } = useWords()
  useEffect(() => void loadCapture().catch(() => undefined), [])
  if (!handover) return <Nowhere />
  if (read.data) return <Tablet handover={read.data} />
  if (!read.error) return <Loading />
  return (
    <Page title={say('handovers.who-are-you')} bar={<TabletBar name="" />}>
      <Notice
        kind="wait"
        action={<Button onClick={() => void read.refetch()}>{say('teacher.try-again')}</Button>}
      >
        {say('handovers.no-faces')}
      </Notice>
    </Page>
  )
}

const thanksMs = 4_000

function Tablet({ handover }: { handover: HandedOver }) {
  const { say } = useWords()
  const begun = useBegun(handover.id)
  const [child, setChild] = useState<Child>()
  const [thanked, setThanked] = useState<Child>()
  useEffect(() => {
    if (!thanked) return
    const timer = setTimeout(() => setThanked(undefined), thanksMs)
    return () => clearTimeout(timer)
  }, [thanked])
  if (!begun.ready) return <Loading />
  const ids = child && begun.idsOf(child.id)
  if (child && ids) {
    const leave = (kept: boolean) => {
      begun.forget(child.id)
      setThanked(kept ? child : undefined)
      setChild(undefined)
    }
    return (
      <Suspense fallback={<Loading />}>
        <ChildCapture key={ids.id} handover={handover} child={child} ids={ids} onLeave={leave} />
      </Suspense>
    )
  }
  const choose = (one: Child) => {
    begun.begin(one.id)
    setThanked(undefined)
    setChild(one)
  }
  return (
    <Page title={say('handovers.who-are-you')} bar={<TabletBar name={handover.class.name} />}>
      <div role="status">
        {thanked && (
          <p className={styles['thanks']}>{say('handovers.thanks', { name: thanked.givenName })}</p>
        )}
      </div>
      <Faces learners={handover.learners} onChoose={choose} />
      <Waiting />
    </Page>
  )
}

function Faces({ learners, onChoose }: { learners: readonly Child[]; onChoose: (child: Child) => void }) {
  const names = shortNames(learners)
  return (
    <ul className={styles['faces']}>
      {learners.map((one) => (
        <li key={one.id}>
          <button type="button" className={styles['child']} onClick={() => onChoose(one)}>
            <Face person={one} size="large" />
            <span>{names.get(one.id)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** How much is safe here and has not arrived: of nobody by name. */
function Waiting() {
  const { say } = useWords()
  const count = useWaiting().length
  if (count === 0) return null
  return (
    <p className={styles['waiting']}>
      <ShieldCheck aria-hidden />
      {say('handovers.waiting', { count })}
    </p>
  )
}

function TabletBar({ name }: { name: string }) {
  const { say } = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <header className={styles['bar']}>
      <span>{name}</span>
      <Button look="plain" icon={LockKeyhole} onClick={() => setAsking(true)}>
        {say('handovers.teacher')}
      </Button>
      <Suspense>{asking && <TakeBackDialog onClose={() => setAsking(false)} />}</Suspense>
    </header>
  )
}
