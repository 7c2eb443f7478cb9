import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../platform/web/words.tsx'
import {
  type Direction,
  type Drawn,
  dustIn,
  type Figure,
  figuresOf,
  glowAt,
  layOut,
  nextStar,
  type Place,
} from '../constellation.ts'
import { useCompetencyWords } from './competency-words.ts'
import type { LitStar, Sky as SkyOf } from './glow-words.ts'
import { StarShape } from './star-shape.tsx'
import styles from './sky.module.css'

export type SkyProps = {
  sky: SkyOf
  moment: number
  selected: string | undefined
  onSelect: (id: string) => void
}

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/**
 * The picture: one figure of stars for each group, joined by lines. One stop for the Tab key; the arrow keys
 * lead from star to star, Enter opens one.
 */
export function Sky({ sky, moment, selected, onSelect }: SkyProps) {
  const { say } = useWords()
  const { titleOf } = useCompetencyWords()
  const { box, width } = useWidth()
  const hint = useId()
  const figures = useMemo(() => figuresOf(sky.stars), [sky])
  const { height, drawn } = useMemo(() => layOut(figures, width), [figures, width])
  const places = drawn.flatMap((figure) =>
    figure.places.map(({ id, x, y }) => ({ id, x: figure.x + x, y: figure.y + y })),
  )
  const [at, setAt] = useState<string>()
  const stop = places.some(({ id }) => id === at) ? at : places[0]?.id
  const walk = (event: KeyboardEvent) => {
    const direction = directions[event.key]
    if (!direction || !stop) return
    event.preventDefault()
    const next = nextStar(places, stop, direction)
    setAt(next)
    box.current?.querySelector<SVGGElement>(`[data-star="${next}"]`)?.focus()
  }
  return (
    <div ref={box} className={styles['sky']}>
      <p id={hint} className="unseen">
        {say('self-assessment.sky-keys')}
      </p>
      <svg
        className={styles['picture']}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={titleOf(sky)}
        aria-describedby={hint}
      >
        <defs>
          <radialGradient id={`${hint}-halo`}>
            <stop className={styles['near']} offset="0" />
            <stop className={styles['far']} offset="1" />
          </radialGradient>
        </defs>
        <g className={styles['dust']} aria-hidden>
          {dustIn(width, height).map(({ x, y, r }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
          ))}
        </g>
        {drawn.map((place, number) => (
          <FigureOfStars
            key={place.places[0]?.id ?? number}
            figure={figures[number] as Figure<LitStar>}
            place={place}
            opensRegion={figures[number]?.region?.id !== figures[number - 1]?.region?.id}
            {...{ moment, selected, stop }}
            halo={`url(#${hint}-halo)`}
            onFocus={setAt}
            onWalk={walk}
            onSelect={onSelect}
          />
        ))}
      </svg>
    </div>
  )
}

type FigureProps = {
  figure: Figure<LitStar>
  place: Drawn
  /** Names the region it is the first of. */
  opensRegion: boolean
  moment: number
  selected: string | undefined
  stop: string | undefined
  halo: string
  onFocus: (id: string) => void
  onWalk: (event: KeyboardEvent) => void
  onSelect: (id: string) => void
}

function FigureOfStars({ figure, place, opensRegion, stop, ...rest }: FigureProps) {
  const { nameOf } = useCompetencyWords()
  const stars = figure.hub ? [figure.hub, ...figure.stars] : figure.stars
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      {figure.region && opensRegion && (
        <text className={styles['region']} x={8} y={2}>
          {nameOf(figure.region)}
        </text>
      )}
      <Lines
        places={place.places}
        isLit={(id) => stars.some((star) => star.id === id && glowAt(star.lights, rest.moment) !== 'dim')}
      />
      {place.places.map((where) => {
        const star = stars.find(({ id }) => id === where.id)
        if (!star) return null
        const isHub = star === figure.hub
        const room = isHub ? place.width : Math.min(place.width, place.width / 2)
        return (
          <StarShape key={star.id} {...{ star, where, isHub, room }} isStop={stop === star.id} {...rest} />
        )
      })}
    </g>
  )
}

/** From star to star; between two that are lit the line is drawn through. */
function Lines({ places, isLit }: { places: readonly Place[]; isLit: (id: string) => boolean }) {
  return places.slice(1).map((to, at) => {
    const from = places[at] as Place
    const lit = isLit(from.id) && isLit(to.id)
    return (
      <line
        key={to.id}
        className={styles['line']}
        data-lit={lit}
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
      />
    )
  })
}

/** Three figures beside each other: so wide a sky fills a sheet of A4 or Letter, and its names can be read there. */
const paperWidth = 1008

/** As wide as the page lets it be, so that names are drawn at their own size; from a phone it is printed as from a desk. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(960)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let prints = false
    const measure = () => {
      if (!prints) setWidth(Math.max(280, Math.floor(element.clientWidth)))
    }
    const lay = () => {
      prints = true
      flushSync(() => setWidth(paperWidth))
    }
    const layBack = () => {
      prints = false
      measure()
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    globalThis.addEventListener('beforeprint', lay)
    globalThis.addEventListener('afterprint', layBack)
    return () => {
      watch.disconnect()
      globalThis.removeEventListener('beforeprint', lay)
      globalThis.removeEventListener('afterprint', layBack)
    }
  }, [])
  return { box, width }
}
