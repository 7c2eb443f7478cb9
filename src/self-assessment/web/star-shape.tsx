import type { KeyboardEvent } from 'react'
import { useWaitingAbout } from '../../outbox/web/waiting-mark.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { type Glow, glowAt, inLines, type Place } from '../constellation.ts'
import { useCompetencyWords } from './competency-words.ts'
import { glowWords, type LitStar } from './glow-words.ts'
import styles from './sky.module.css'

type StarShapeProps = {
  star: LitStar
  where: Place
  isHub: boolean
  /** how wide its name may be */
  room: number
  moment: number
  selected: string | undefined
  isStop: boolean
  /** what shines around a star that is lit */
  halo: string
  onFocus: (id: string) => void
  /** an arrow key leads on to another star */
  onWalk: (event: KeyboardEvent) => void
  onSelect: (id: string) => void
}

const letterWidth = 7
const lineHeight = 17
const halos = { first: 24, lit: 36, bright: 50 }

/** One star with its name. Its shape says how bright it is as much as its color does. */
export function StarShape(props: StarShapeProps) {
  const { star, where, isHub, room, moment, selected, isStop, halo, onFocus, onWalk, onSelect } = props
  const { say } = useWords()
  const { nameOf } = useCompetencyWords()
  const name = nameOf(star)
  const glow = glowAt(star.lights, moment)
  const waits = useWaitingAbout(star.id).length > 0 && glow !== 'dim'
  const lines = inLines(name, Math.max(12, Math.min(isHub ? 40 : 18, Math.floor(room / letterWidth))))
  const longest = Math.max(...lines.map(({ length }) => length))
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return onWalk(event)
    event.preventDefault()
    onSelect(star.id)
  }
  return (
    <g
      className={styles['star']}
      data-star={star.id}
      data-glow={glow}
      data-waits={waits}
      data-hub={isHub}
      transform={`translate(${where.x} ${where.y})`}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={selected === star.id}
      aria-label={say('self-assessment.star', {
        name,
        glow: say(waits ? 'self-assessment.glow-waits' : glowWords[glow]),
      })}
      onFocus={() => onFocus(star.id)}
      onClick={() => onSelect(star.id)}
      onKeyDown={press}
    >
      {glow !== 'dim' && <circle className={styles['halo']} fill={halo} r={halos[glow]} />}
      {waits && <circle className={styles['waits']} r={28} />}
      <circle className={styles['reach']} r={22} />
      <rect
        className={styles['under']}
        x={-longest * 4}
        y={0}
        width={longest * 8}
        height={39 + lines.length * lineHeight}
      />
      <Shape glow={glow} />
      <text className={styles['name']} aria-hidden>
        {inLines(name, Math.max(12, Math.min(isHub ? 40 : 18, Math.floor(room / letterWidth)))).map(
          (line, at) => (
            <tspan key={line} x={0} y={39 + at * lineHeight}>
              {`${line} `}
            </tspan>
          ),
        )}
      </text>
    </g>
  )
}

/** A ring waits; a first light has four points; more have eight, and longer ones. */
export function Shape({ glow }: { glow: Glow }) {
  if (glow === 'dim') return <circle className={styles['ring']} r={5.5} />
  const reach = { first: 11, lit: 16, bright: 20 }[glow]
  return (
    <>
      <path className={styles['light']} d={points(reach, 4)} />
      {glow !== 'first' && (
        <path className={styles['light']} d={points(reach * 0.62, 4)} transform="rotate(45)" />
      )}
    </>
  )
}

/** A star with so many points, drawn as it is drawn by hand: in, out, in. */
function points(reach: number, many: number): string {
  const corners = Array.from({ length: many * 2 }, (_, corner) => {
    const far = corner % 2 === 0 ? reach : reach * 0.3
    const angle = (corner * Math.PI) / many - Math.PI / 2
    return `${(far * Math.cos(angle)).toFixed(2)} ${(far * Math.sin(angle)).toFixed(2)}`
  })
  return `M${corners.join('L')}Z`
}
