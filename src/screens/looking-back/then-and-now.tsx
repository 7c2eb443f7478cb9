import { lazy, Suspense, useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { type Way, wayOf, waysFor } from '../../growth/pair.ts'
import type { Attempt } from '../../growth/web/attempt.ts'
import { signOfWay, wordOfWay } from '../../growth/web/way-signs.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Select } from '../../ui/field.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { byYear, usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import styles from './looking-back.module.css'

const Compared = lazy(async () => ({
  default: (await import('../../growth/web/compare-attempts.tsx')).Compared,
}))

/** Two works of any year beside each other; the oldest and the newest until others are chosen. */
export function ThenAndNow({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const [search, setSearch] = useSearchParams()
  const pieces = useAllWork(learnerId)
  const earlier = pieces.find(({ id }) => id === search.get('then')) ?? pieces.at(-1)
  const later = pieces.find(({ id }) => id === search.get('now')) ?? pieces[0]
  if (pieces.length < 2) return <p>{say('timeline.then-and-now-few')}</p>
  const choose = (change: Record<string, string>) =>
    setSearch((before) => ({ ...Object.fromEntries(before), ...change }), { replace: true })
  return (
    <div className={styles['pair']}>
      <p>{say('timeline.then-and-now-lead')}</p>
      <div className={styles['sides']}>
        {(['then', 'now'] as const).map((side) => (
          <Select
            key={side}
            label={say(`timeline.${side}`)}
            value={(side === 'then' ? earlier : later)?.id}
            onChange={(event) => choose({ [side]: event.currentTarget.value })}
          >
            {byYear(pieces).map(({ year, pieces: made }) => (
              <optgroup
                key={year}
                label={say('timeline.school-year', { from: String(year), to: String(year + 1) })}
              >
                {made.map((piece) => (
                  <option key={piece.id} value={piece.id}>
                    {piece.title || piece.excerpt.slice(0, 60) || say('timeline.untitled')}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        ))}
      </div>
      {earlier && later && (
        <Moments
          earlierId={earlier.id}
          laterId={later.id}
          wanted={search.get('way')}
          onWay={(way) => choose({ way })}
        />
      )}
    </div>
  )
}

type MomentsProps = { earlierId: string; laterId: string; wanted: string | null; onWay: (way: Way) => void }

/** The first attempt of then, the latest of now: that is how far it is. */
function Moments({ earlierId, laterId, wanted, onWay }: MomentsProps) {
  const { say } = useWords()
  const earlier = useAttempt(earlierId, 0)
  const later = useAttempt(laterId, -1)
  if (!earlier || !later) return <Loading />
  const fitting = waysFor(earlier, later, 2)
  const way = wayOf(wanted, fitting)
  return (
    <>
      {fitting.length > 1 && (
        <Segments
          label={say('timeline.then-ways')}
          quietLabel
          value={way}
          onChange={onWay}
          choices={fitting.map((one) => ({ value: one, label: say(wordOfWay[one]), icon: signOfWay[one] }))}
        />
      )}
      <Suspense fallback={<Loading />}>
        <Compared
          key={`${earlier.id} ${later.id}`}
          way={way}
          earlier={earlier}
          later={later}
          attempts={[earlier, later]}
          hrefOf={(attempt) =>
            `/pieces/${attempt === earlier ? earlierId : laterId}?attempt=${attempt.number}`
          }
        />
      </Suspense>
    </>
  )
}

function useAttempt(pieceId: string, place: number): Attempt | undefined {
  const { data } = useRead(GetPiece, { params: { id: pieceId } })
  return data?.iterations.at(place)
}

/** Years apart means reading to the very first page. */
function useAllWork(learnerId: string) {
  const { pieces, hasNextPage, isFetchingNextPage, fetchNextPage } = usePortfolio(learnerId)
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return pieces ?? []
}
