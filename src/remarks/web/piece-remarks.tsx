import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListRemarks } from '../contract.ts'
import { signs } from '../remark.ts'
import { OneRemark } from './one-remark.tsx'
import { SayRemark } from './say-remark.tsx'
import styles from './remarks.module.css'

export type Place = Answer<typeof ListRemarks>[number]

/** What was said about a work where it is shown, space by space, and a few ways to say something. */
export function PieceRemarks({ pieceId, mine }: { pieceId: string; mine: boolean }) {
  const { data } = useRead(ListRemarks, { params: { id: pieceId } })
  return data?.map((place) => (
    <RemarksHere key={place.space.id} pieceId={pieceId} place={place} mine={mine} />
  ))
}

type RemarksHereProps = { pieceId: string; place: Place; mine: boolean }

function RemarksHere({ pieceId, place, mine }: RemarksHereProps) {
  const { say } = useWords()
  const me = useMe()
  const { space, remarks, may } = place
  const given = remarks.flatMap(({ by, sign }) => (by.id === me.id && sign ? [sign] : []))
  // of one's own work one answers; there is nothing to answer yet
  if (mine && remarks.length === 0) return null
  return (
    <section className={styles['place']} aria-label={say('remarks.in', { name: space.name })}>
      <h3>{say('remarks.in', { name: space.name })}</h3>
      {remarks.length > 0 && (
        <ul className={styles['list']}>
          {remarks.map((remark) => (
            <OneRemark key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
      {may.say && <SayRemark pieceId={pieceId} space={space} given={mine ? signs : given} mine={mine} />}
    </section>
  )
}
