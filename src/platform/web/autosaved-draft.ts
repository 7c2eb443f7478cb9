import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { usePersonHere } from './person-here.tsx'

export type AutosavedDraft<Content> = {
  /** What was found on this device, or undefined; read it once `ready`. */
  content: Content | undefined
  ready: boolean
  keptAt: Date | undefined
  write: (content: Content) => void
  /** Writes down at once what was typed last; once it resolves, it is written down. */
  settle: () => Promise<void>
  drop: () => Promise<void>
}

/** Milliseconds: also while somebody draws or types without a pause. */
const keptEvery = 400

/** Ciphers and database: nothing is typed before they are here. */
const sealed = () => import('../../device/web/sealed-draft.ts')

/**
 * Keeps what is being typed on this device, so that a closed tab or an empty battery loses at most the last
 * half second. A draft belongs to the person signed in and survives signing out: it is shown to them only.
 */
export function useAutosavedDraft<Content>(key: string): AutosavedDraft<Content> {
  const person = usePersonHere()
  const [found, setFound] = useState<{ content?: Content; keptAt?: Date; ready: boolean }>({ ready: false })
  const unsaved = useRef<{ content: Content } | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const keeping = useRef(Promise.resolve())

  const store = useCallback(
    async (draft: { content: Content }) => {
      if (!person) return
      const keptAt = Date.now()
      try {
        const { keepDraft } = await sealed()
        const kept = await keepDraft(person, key, { content: draft.content, keptAt })
        // words to say it with may still be on their way: a page that hides until then takes the keys from who types
        if (kept) startTransition(() => setFound((before) => ({ ...before, keptAt: new Date(keptAt) })))
      } catch {
        // A full device: what was typed is still on the page, and the next pause tries again.
        unsaved.current ??= draft
      }
    },
    [person, key],
  )

  const keepNow = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const draft = unsaved.current
    unsaved.current = undefined
    // one after the other: sealing takes its time, and what was typed first must not land last
    if (draft) keeping.current = keeping.current.then(() => store(draft))
    return keeping.current
  }, [store])

  useEffect(() => {
    let wanted = true
    setFound({ ready: false })
    if (!person) return
    void sealed()
      .then(({ findDraft }) => findDraft(person, key))
      .catch(() => undefined)
      .then((draft) => {
        if (!wanted) return
        setFound(
          draft
            ? { content: draft.content as Content, keptAt: new Date(draft.keptAt), ready: true }
            : { ready: true },
        )
      })
    return () => {
      wanted = false
    }
  }, [person, key])

  useEffect(() => {
    const hidden = () => void keepNow()
    addEventListener('pagehide', hidden)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', hidden)
      document.removeEventListener('visibilitychange', hidden)
      void keepNow()
    }
  }, [keepNow])

  const write = useCallback(
    (content: Content) => {
      unsaved.current = { content }
      if (timer.current === undefined) timer.current = setTimeout(() => void keepNow(), keptEvery)
    },
    [keepNow],
  )

  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    unsaved.current = undefined
    setFound({ ready: true })
    // what is being written down just now must not come back
    const dropping = keeping.current.then(async () => {
      if (person) await (await sealed()).dropDraft(person, key)
    })
    keeping.current = dropping.catch(() => undefined)
    await dropping
  }, [person, key])

  return { content: found.content, ready: found.ready, keptAt: found.keptAt, write, settle: keepNow, drop }
}
