import { Suspense, useEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { ScreenRoute } from '../platform/web/screen.ts'
import { useWords } from '../platform/web/words.tsx'
import { ButtonLink } from './button.tsx'
import { CrashBoundary } from './crash-boundary.tsx'
import { EmptyState, Page, TopBar } from './page.tsx'
import styles from './ways.module.css'

/** Which screen is shown at which address. */
export function Ways({ routes }: { routes: readonly ScreenRoute[] }) {
  const [address] = useLocation()
  useArrival(address)
  return (
    <CrashBoundary key={address}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map(({ path, screen: Screen }) => (
            <Route key={path} path={path}>
              {(params) => <Screen params={params} />}
            </Route>
          ))}
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </CrashBoundary>
  )
}

/** Shown only when it takes long enough to be noticed. */
export function Loading() {
  const { say } = useWords()
  return (
    <div className={styles['loading']} role="status">
      <span className={styles['pebble']} />
      <span className={styles['pebble']} />
      <span className={styles['pebble']} />
      <span className="unseen">{say('ui.loading')}</span>
    </div>
  )
}

export function Nowhere() {
  const { say } = useWords()
  return (
    <Page title={say('ui.not-found-title')} heading="unseen" width="reading" bar={<TopBar />}>
      <EmptyState
        title={say('ui.not-found-title')}
        action={<ButtonLink href="/">{say('ui.not-found-home')}</ButtonLink>}
      >
        <p>{say('ui.not-found-meaning')}</p>
      </EmptyState>
    </Page>
  )
}

/** A new screen starts at its top and is read from its top; the first one is the browser's own business. */
function useArrival(address: string) {
  const before = useRef(address)
  useEffect(() => {
    if (before.current === address) return
    before.current = address
    scrollTo(0, 0)
    document.querySelector('main')?.focus({ preventScroll: true })
  }, [address])
}
