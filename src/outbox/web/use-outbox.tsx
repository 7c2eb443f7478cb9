import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { signInAgain } from '../../platform/web/signed-out.ts'
import { type Entry, isWaiting } from '../entry.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import { onNews } from './news.ts'

const OutboxContext = createContext<Outbox | undefined>(undefined)

type OutboxProviderProps = { person: { id: string; givenName: string }; children: ReactNode }

/** Around everything of somebody signed in: what they keep waits here and travels from here. */
export function OutboxProvider({ person, children }: OutboxProviderProps) {
  const { id, givenName } = person
  const outbox = useMemo(() => new Outbox({ id, givenName }), [id, givenName])
  useEffect(() => outbox.start(), [outbox])
  useFreshAnswers()
  useSignInFor(outbox)
  useLeavingWarning(outbox)
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('useOutbox needs an OutboxProvider above it')
  return outbox
}

export function useOutboxState(): OutboxState {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.watch, outbox.state)
}

/** What has not arrived yet, in order. */
export function useWaiting(): readonly Entry[] {
  const { entries } = useOutboxState()
  return useMemo(() => entries.filter(isWaiting), [entries])
}

/** What arrived, whichever tab sent it, makes what was read before it out of date. */
function useFreshAnswers() {
  const queries = useQueryClient()
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind !== 'arrived') return
        for (const name of news.entry.refreshes) void queries.invalidateQueries({ queryKey: [name] })
      }),
    [queries],
  )
}

/** A session that ended while something waits: asked for once; whoever says "not now" is not asked again. */
function useSignInFor(outbox: Outbox) {
  const { line } = useSyncExternalStore(outbox.watch, outbox.state)
  const signedOut = line === 'signed out'
  useEffect(() => {
    if (signedOut) void signInAgain().then((signedIn) => (signedIn ? outbox.wake() : undefined))
  }, [signedOut, outbox])
}

/** Where nothing outlives the page, the browser asks before closing it. */
function useLeavingWarning(outbox: Outbox) {
  const { lasts, entries } = useSyncExternalStore(outbox.watch, outbox.state)
  const warns = !lasts && entries.some(isWaiting)
  useEffect(() => {
    if (!warns) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [warns])
}
