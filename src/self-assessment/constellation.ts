/**
 * A learner's competencies as a sky: one figure of stars for each group that belongs together, lit by what the
 * learner tagged and said. How bright a star is says how much there is to see and how fresh it is; it is never a
 * number, and nobody else's sky is held beside it.
 */
export type Named = { id: string; parents: readonly string[] }
export type Figure<Star> = { region: Star | undefined; hub: Star | undefined; stars: Star[] }

/** Stars that belong together: the leaves below one item, which is their hub; what has neither is one figure. */
export function figuresOf<Star extends Named>(stars: readonly Star[]): Figure<Star>[] {
  const byId = new Map(stars.map((star) => [star.id, star]))
  const above = ({ parents }: Star) => parents.map((id) => byId.get(id)).find((one) => one !== undefined)
  const hasBelow = new Set(stars.flatMap((star) => above(star)?.id ?? []))
  const figures = new Map<string, Figure<Star>>()
  const open = (hub: Star | undefined) => {
    const known = figures.get(hub?.id ?? '')
    if (known) return known
    const region = hub && rootOf(hub, above)
    const made: Figure<Star> = { region: region === hub ? undefined : region, hub, stars: [] }
    figures.set(hub?.id ?? '', made)
    return made
  }
  for (const star of stars) if (!hasBelow.has(star.id)) open(above(star)).stars.push(star)
  return [...figures.values()]
}

function rootOf<Star extends Named>(star: Star, above: (star: Star) => Star | undefined): Star {
  const seen = new Set<string>()
  let top = star
  for (let next = above(top); next && !seen.has(next.id); next = above(top)) {
    seen.add(next.id)
    top = next
  }
  return top
}

export type Glow = 'dim' | 'first' | 'lit' | 'bright'
const halfLife = 180 * 24 * 3_600_000

/** How a star glows at a moment: every light counts, an older one less, none ever goes out. */
export function glowAt(lights: readonly { at: string }[], moment: number): Glow {
  const ages = lights.map(({ at }) => moment - Date.parse(at)).filter((age) => age >= 0)
  if (ages.length === 0) return 'dim'
  const strength = ages.reduce((sum, age) => sum + 0.5 ** (age / halfLife), 0)
  return strength < 1.2 ? 'first' : strength < 2.8 ? 'lit' : 'bright'
}

/** The ends of months from the September before the first light until now; the last is now itself. */
export function momentsOf(lights: readonly { at: string }[], now: Date): number[] {
  const first = Math.min(now.getTime(), ...lights.map(({ at }) => Date.parse(at)))
  const begin = new Date(first)
  const year = begin.getUTCMonth() >= 8 ? begin.getUTCFullYear() : begin.getUTCFullYear() - 1
  const moments: number[] = []
  for (let month = 8; ; month += 1) {
    const end = Date.UTC(year, month + 1, 1) - 1
    if (end >= now.getTime()) return [...moments, now.getTime()]
    moments.push(end)
  }
}

export type Place = { id: string; x: number; y: number }
export type Drawn = {
  x: number
  y: number
  width: number
  height: number
  places: Place[]
}

const figureWidth = 320
const widestFigure = 480
const gap = 24
const rowHeight = 122
const hubHeight = 76
const labelHeight = 62

/** Where every star stands in a sky of this width. The same star always finds its place. */
export function layOut<Star extends Named>(
  figures: readonly Figure<Star>[],
  width: number,
): { height: number; drawn: Drawn[] } {
  const columns = Math.max(1, Math.min(figures.length, Math.floor((width + gap) / (figureWidth + gap))))
  const alone = figures.length === 1
  const cell = alone ? width : Math.min(widestFigure, (width - gap * (columns - 1)) / columns)
  const drawn: Drawn[] = []
  let y = gap
  for (const row of rowsOf(figures, columns)) {
    const shift = (width - row.length * cell - (row.length - 1) * gap) / 2
    const placed = row.map((figure, column) => placeIn(figure, cell, { x: shift + column * (cell + gap), y }))
    drawn.push(...placed)
    y += Math.max(...placed.map(({ height }) => height)) + gap
  }
  return { height: y, drawn }
}

/** A region begins a row of its own where there is more than one column. */
function rowsOf<Star extends Named>(figures: readonly Figure<Star>[], columns: number): Figure<Star>[][] {
  const rows: Figure<Star>[][] = []
  for (const figure of figures) {
    const row = rows.at(-1)
    if (row && row.length < columns && row[0]?.region?.id === figure.region?.id) row.push(figure)
    else rows.push([figure])
  }
  return rows
}

function placeIn<Star extends Named>(
  { hub, stars }: Figure<Star>,
  width: number,
  at: { x: number; y: number },
): Drawn {
  const inRow = Math.max(2, Math.floor(width / 165))
  const top = hub ? hubHeight : 0
  const rows = Math.ceil(stars.length / inRow)
  const places = stars.map(({ id }, place) => {
    const row = Math.floor(place / inRow)
    const many = Math.min(inRow, stars.length - row * inRow)
    const column = place % inRow
    return {
      id,
      x: ((column + 0.5) / many) * width + sway(id, 14),
      y: top + 34 + row * rowHeight + (column % 2) * 26 + sway(`${id} up`, 12),
    }
  })
  const hubPlace = hub ? [{ id: hub.id, x: width / 2, y: 26 }] : []
  const height = top + (rows - 1) * rowHeight + 34 + 32 + labelHeight
  return { ...at, width, height, places: [...hubPlace, ...places] }
}

/** Faint dots behind the stars, so that it is a sky; the same ones every time. */
export function dustIn(width: number, height: number): { x: number; y: number; r: number }[] {
  return Array.from({ length: Math.round((width * height) / 9_000) }, (_, speck) => ({
    x: (0.5 + sway(`across ${speck * 37}`, 1)) * width,
    y: (0.5 + sway(`${speck * 53} down`, 1)) * height,
    r: 0.7 + (speck % 3) * 0.35,
  }))
}

/** A little out of line, the same way every time. */
function sway(words: string, most: number): number {
  let sum = 7
  for (const letter of words) sum = (sum * 31 + letter.charCodeAt(0)) % 1009
  return (sum / 1008 - 0.5) * most
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The star one gets to with an arrow key: the nearest that lies more in that direction than beside it. */
export function nextStar(places: readonly Place[], from: string, direction: Direction): string {
  const here = places.find(({ id }) => id === from)
  if (!here) return places[0]?.id ?? from
  const steps = places.flatMap(({ id, x, y }) => {
    const [along, aside] = {
      left: [here.x - x, y - here.y],
      right: [x - here.x, y - here.y],
      up: [here.y - y, x - here.x],
      down: [y - here.y, x - here.x],
    }[direction] as [number, number]
    return id !== from && along > 4 ? [{ id, cost: along + 2 * Math.abs(aside) }] : []
  })
  return steps.toSorted((one, other) => one.cost - other.cost)[0]?.id ?? from
}

/** A name in lines short enough to stand below a star. */
export function inLines(name: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < longest) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
