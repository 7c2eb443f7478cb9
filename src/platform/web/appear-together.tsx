import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { readsRest } from './network.ts'

/** What has appeared since the app was opened: what is known already need not wait when somebody comes back. */
const appeared = new Set<string>()

/**
 * Parts that need answers before they show, above what a page is about: they appear once, together, when all of
 * them know what to say. One after the other they would push the page down under the finger, again and again.
 */
export function AppearTogether({ name, children }: { name: string; children: ReactNode }) {
  const [known, setKnown] = useState(appeared.has(name))
  const show = () => {
    appeared.add(name)
    setKnown(true)
  }
  return (
    <div style={{ display: known ? 'contents' : 'none' }}>
      <Suspense fallback={null}>
        {children}
        {!known && <OnceDrawn then={show} />}
      </Suspense>
    </div>
  )
}

/** Drawn last, so what stands before it has begun to ask. */
function OnceDrawn({ then }: { then: () => void }) {
  useEffect(() => {
    void readsRest().then(then)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: what comes later comes by itself
  }, [])
  return null
}
