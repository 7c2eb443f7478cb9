import { KeyRound } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { arriveBy } from '../../people/web/arrival.ts'
import { noteLeaving } from '../../people/web/leaving.ts'
import type { Me } from '../../people/web/me.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { ListWaysIn } from '../../providers/contract.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './sign-in.module.css'

const PasskeyWay = lazy(async () => ({
  default: (await import('../../passkeys/web/passkey-way.tsx')).PasskeyWay,
}))

const whys: Record<string, WordKey> = {
  waiting_to_be_linked: 'sign-in.waits',
  provider_away: 'sign-in.provider-away',
}

/** The district's own sign-in, where it has one; and what became of whoever comes back from there. */
export function OtherWays({ onArrived }: { onArrived: (me: Me) => void }) {
  const { say } = useWords()
  const [search] = useSearchParams()
  const problem = useArrival(search.has('arrived'), onArrived)
  const { data: ways = [] } = useRead(ListWaysIn, {}, { quietly: true })
  const refused = search.get('refused')
  const to = search.get('to') ?? '/'
  const several = new Set(ways.map(({ district }) => district)).size > 1
  return (
    <>
      {refused !== null && <Notice kind="problem">{say(whys[refused] ?? 'sign-in.provider-refused')}</Notice>}
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Suspense fallback={null}>
        <PasskeyWay onArrived={onArrived} />
      </Suspense>
      {ways.length > 0 && (
        <ul className={styles['ways']}>
          {ways.map(({ id, name, district }) => (
            <li key={id}>
              {/* the server sends the browser on: this is no page of the app */}
              <a className={styles['other']} href={`/door/${id}?to=${encodeURIComponent(to)}`}>
                <KeyRound aria-hidden />
                {several ? `${name} · ${district}` : name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The session is there already; this device still has to learn whose it is. */
function useArrival(arrived: boolean, onArrived: (me: Me) => void): string | undefined {
  const refusalWords = useRefusalWords()
  const [problem, setProblem] = useState<string>()
  const began = useRef(false)
  useEffect(() => {
    if (!arrived || began.current) return
    began.current = true
    // whoever left while there was no network is not here any more: somebody came in after them
    void noteLeaving(false)
      .then(() => arriveBy(() => Promise.resolve()))
      .then(onArrived)
      .catch((error: unknown) => setProblem(refusalWords(error)))
  }, [arrived, onArrived, refusalWords])
  return problem
}
