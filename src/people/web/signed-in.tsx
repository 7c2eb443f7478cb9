import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { OutboxProvider } from '../../outbox/web/use-outbox.tsx'
import { useLeftAlone } from '../../platform/web/left-alone.ts'
import { patiently } from '../../platform/web/patient-import.ts'
import { PersonHereProvider } from '../../platform/web/person-here.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { Loading } from '../../ui/ways.tsx'
import { GetMe } from '../contract.ts'
import { wasJustSignedIn } from './arrival.ts'
import { CannotReach } from './cannot-reach.tsx'
import { classDoor, isClassDevice } from './class-device.ts'
import { tabletAddress, watchHandover } from './handed-over.ts'
import { isLeaving } from './leaving.ts'
import { type Me, MeProvider } from './me.tsx'
import { type Opening, openDoor } from './opening.ts'
import { settleVault, shutVault } from './own-vault.ts'
import { useOwnPreference } from './preference.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { finishLeaving, signOut } from './sign-out.ts'
import { doorFor } from './way-back.ts'

/** Everything but the door itself, and what is shown to anybody, asks who is here. */
export function Door({ children, open }: { children: ReactNode; open: readonly string[] }) {
  const [address] = useLocation()
  return open.includes(address) ? children : <SignedIn>{children}</SignedIn>
}

/** The part of Cairn that needs to know who is here. Nobody is shown the door, with the way back in hand. */
function SignedIn({ children }: { children: ReactNode }) {
  const opening = useOpening()
  const me = useRead(GetMe, {}, { quietly: true, enabled: opening === 'open' })
  const [address] = useLocation()
  const door = isClassDevice() ? classDoor : doorFor(address + location.search)
  if (opening === 'still leaving') return <Redirect to="/sign-in" replace />
  // Once somebody is known, a lost session is the dialog's business: the page and what is typed in it stay.
  if (me.data?.handover && isLeaving()) return <LeavingLate />
  if (me.data) {
    return (
      <Here me={me.data}>
        {children}
        <SignInAgain me={me.data} />
      </Here>
    )
  }
  if (isNobody(me.error)) return <Shut door={door} />
  if (me.error && !me.isFetching) return <CannotReach onTryAgain={() => void me.refetch()} />
  return <Loading />
}

function Here({ me, children }: { me: Me; children: ReactNode }) {
  const first = useRef(me.id)
  const another = first.current !== me.id
  const [address] = useLocation()
  useEffect(watchHandover, [])
  useEffect(() => {
    // Somebody else signed in from another tab: this page is not theirs.
    if (another) location.assign('/')
  }, [another])
  useEffect(() => {
    if (!another) void patiently(() => settleVault(me)).catch(() => undefined)
  }, [another, me])
  useOwnPreference(me)
  useKeepingForLater()
  useLeftAlone(() => void signOut(), isClassDevice() && !me.handover)
  if (another) return <Loading />
  return (
    <PersonHereProvider id={me.id}>
      <OutboxProvider person={me}>
        <MeProvider me={me}>{inTheWay(me, address) ?? children}</MeProvider>
      </OutboxProvider>
    </PersonHereProvider>
  )
}

/** What comes before every page: the tablet of a class, and a password of one's own. */
function inTheWay(me: Me, address: string): ReactNode {
  if (me.handover) return address === tabletAddress ? undefined : <Redirect to={tabletAddress} replace />
  if (!me.choosesPassword) return undefined
  return (
    <Suspense fallback={<Loading />}>
      <ChoosePassword me={me} />
    </Suspense>
  )
}

const ChoosePassword = lazy(async () => ({
  default: (await import('./choose-password.tsx')).ChoosePassword,
}))

/** Taken back while there was no network: the server hears it now, and everybody signs in anew. */
function LeavingLate() {
  useEffect(
    () => void finishLeaving().then((left) => left !== undefined && location.assign(left || '/sign-in')),
    [],
  )
  return <Loading />
}

const settling = 1_500

/**
 * What was read before the service worker knew the person could not be kept for a day without network. After
 * a fresh sign-in it is read once more, quietly, when the worker is ready.
 */
function useKeepingForLater() {
  const queries = useQueryClient()
  useEffect(() => {
    if (!wasJustSignedIn() || !('serviceWorker' in navigator)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    void navigator.serviceWorker.ready.then(() => {
      timer = setTimeout(() => void queries.invalidateQueries(), settling)
    })
    return () => clearTimeout(timer)
  }, [queries])
}

/** Until its owner comes back, what is kept on the device is shut for everybody. */
function Shut({ door }: { door: string }) {
  useEffect(() => void shutVault(), [])
  return <Redirect to={door} replace />
}

function useOpening(): Opening | 'opening' {
  const [opening, setOpening] = useState<Opening | 'opening'>('opening')
  useEffect(() => void openDoor().then(setOpening), [])
  return opening
}

function isNobody(error: unknown): boolean {
  return error instanceof ApiRefusal && error.status === 401
}
