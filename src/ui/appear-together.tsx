import { Children, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { readsRest } from '../platform/web/network.ts'
import { useWords } from '../platform/web/words.tsx'
import { Button } from './button.tsx'
import { CrashBoundary } from './crash-boundary.tsx'
import { Notice } from './notice.tsx'
import { Loading } from './ways.tsx'

/** What has appeared since the app was opened: what is known already need not wait when somebody comes back. */
const appeared = new Set<string>()

/** So long one part that does not come holds up the others. */
const longestMs = 8_000

/** So long what stands under them waits for them; then it is pushed down after all. */
const longestHeldMs = 3_500

type AppearTogetherProps = {
  name: string
  children: ReactNode
  /** What they would push down: shown with them, and getting ready meanwhile. */
  under?: ReactNode
}

/**
 * Parts that need answers before they show, above what a page is about: they appear once, together, when all of
 * them know what to say. One after the other they would push the page down under the finger, again and again. A part
 * that cannot be fetched takes down neither the others nor the page.
 */
export function AppearTogether({ name, children, under }: AppearTogetherProps) {
  const [known, setKnown] = useState(appeared.has(name))
  const [late, setLate] = useState(false)
  const coming = useRef(0)
  const show = () => {
    appeared.add(name)
    setKnown(true)
  }
  const showOnceHere = async () => {
    if (coming.current > 0) return
    await readsRest()
    // with its answers a part may know that it needs more of the app, and comes a second time
    if (coming.current === 0) show()
  }
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), longestHeldMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <div style={{ display: known ? 'contents' : 'none' }}>
        {Children.map(children, (part) => (
          <CrashBoundary instead={<PartAway />}>
            <Suspense fallback={<Coming coming={coming} then={() => void showOnceHere()} />}>{part}</Suspense>
          </CrashBoundary>
        ))}
        {!known && <Patience first={() => void showOnceHere()} last={show} />}
      </div>
      {under && !known && !late && <Loading />}
      {under && <div style={{ display: known || late ? 'contents' : 'none' }}>{under}</div>}
    </>
  )
}

function Coming({ coming, then }: { coming: RefObject<number>; then: () => void }) {
  useEffect(() => {
    coming.current += 1
    return () => {
      coming.current -= 1
      then()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: it comes once
  }, [])
  return null
}

/** Drawn last, so what stands before it has begun to come, or to ask. */
function Patience({ first, last }: { first: () => void; last: () => void }) {
  useEffect(() => {
    first()
    const timer = setTimeout(last, longestMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: what comes later comes by itself
  }, [])
  return null
}

function PartAway() {
  const { say } = useWords()
  return (
    <Notice kind="wait" action={<Button onClick={() => location.reload()}>{say('ui.crash-try')}</Button>}>
      {say('ui.crash-meaning')}
    </Notice>
  )
}
