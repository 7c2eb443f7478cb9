import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { readsRest } from './network.ts'

/**
 * Parts that need answers before they show, above what a page is about: they appear once, together, when all of
 * them know what to say. One after the other they would push the page down under the finger, again and again.
 */
export function AppearTogether({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState(false)
  return (
    <div style={{ display: known ? 'contents' : 'none' }}>
      <Suspense fallback={null}>
        {children}
        <OnceDrawn then={() => setKnown(true)} />
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
