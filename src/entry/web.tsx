import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askWhoIsHere } from '../people/web/ask-who.ts'
import { Door } from '../people/web/signed-in.tsx'
import { applyContrast } from '../people/web/look.ts'
import { applyAppearance } from '../platform/web/appearance.ts'
import { createQueries, QueriesProvider } from '../platform/web/queries.tsx'
import { route, type ScreenRoute } from '../platform/web/screen.ts'
import { registerServiceWorker } from '../platform/web/service-worker-registration.ts'
import { VoiceProvider } from '../platform/web/voice.tsx'
import { WordsProvider } from '../platform/web/words.tsx'
import { CrashBoundary } from '../ui/crash-boundary.tsx'
import { Ways } from '../ui/ways.tsx'

/** Each `src/screens/<who>/routes.ts` exports `routes`; the screens themselves are fetched when gone to. */
const screens = import.meta.glob<{ routes: readonly ScreenRoute[] }>('../screens/*/routes.ts', {
  eager: true,
})

const gallery = import.meta.env.DEV ? [route('/gallery', () => import('../ui/gallery.tsx'), 'Gallery')] : []

const routes = [...Object.values(screens).flatMap((module) => module.routes), ...gallery]

/** The only addresses that do not ask who is there. */
const open = ['/sign-in', '/class-sign-in', ...gallery.map(({ path }) => path)]

applyAppearance()
applyContrast()

const queries = createQueries()
if (!open.includes(location.pathname)) void askWhoIsHere(queries)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <VoiceProvider>
        <WordsProvider>
          <CrashBoundary>
            <QueriesProvider queries={queries}>
              <Door open={open}>
                <Ways routes={routes} />
              </Door>
            </QueriesProvider>
          </CrashBoundary>
        </WordsProvider>
      </VoiceProvider>
    </StrictMode>,
  )
}

if (import.meta.env.PROD) registerServiceWorker()
