import type { Hand, Point } from './pencil.ts'
import { glow, gradient, room, scene, sharpEdged, solid } from './scene.ts'
import { between } from './seeded.ts'

const palettes = [
  ['#d9772b', '#e7b13d', '#b83a34', '#3f8f86', '#2f5f9c', '#8a4f8f'],
  ['#3f7fb8', '#7fc0c8', '#2d5590', '#e2c04a', '#4f9a72', '#a9d4df'],
  ['#8fb04a', '#d8c54a', '#4f8a52', '#cf6a3a', '#2f6a5c', '#e3dca2'],
]

/** A stained-glass lamp in five attempts: loose shards, a flat panel, crooked seams, standing, lit. */
export function lampPhoto(hand: Hand, attempt: number, look: number): string {
  const glass = palettes[look % palettes.length] ?? []
  return scene(
    (attempt === 0 ? shards(hand, glass) : attempt === 1 ? panel(hand, glass) : lamp(hand, glass, attempt)) ||
      '',
  )
}

function bench(hand: Hand, dark = false): string {
  return dark
    ? room(hand.random, ['#1b1a22', '#33303a'], ['#4a3626', '#241a13'], 700)
    : room(hand.random, ['#9fa39f', '#c9c7bd'], ['#8d7154', '#6a523a'], dark ? 700 : 330)
}

function color(hand: Hand, glass: readonly string[]): string {
  return glass[Math.floor(hand.random() * glass.length)] ?? '#d9772b'
}

function shards(hand: Hand, glass: readonly string[]): string {
  const pieces = Array.from({ length: 17 }, (_, piece) => {
    const [x, y] = [
      250 + (piece % 6) * 175 + between(hand.random, -50, 50),
      480 + Math.floor(piece / 6) * 190 + between(hand.random, -50, 50),
    ]
    const corners = Array.from({ length: 4 }, (_, corner): Point => {
      const angle = corner * 1.57 + between(hand.random, -0.5, 0.5)
      return [
        x + Math.cos(angle) * between(hand.random, 50, 115),
        y + Math.sin(angle) * between(hand.random, 35, 75),
      ]
    })
    const shade = corners.map(([left, top]): Point => [left + 10, top + 14])
    return sharpEdged(shade, '#1c130c', 0.4) + sharpEdged(corners, color(hand, glass), 0.85, '#eef3ef')
  })
  const cutter =
    '<path d="M1080 900L1290 760" stroke="#2b2b2e" stroke-width="34"/><path d="M1060 914L1085 897" stroke="#c9ccd2" stroke-width="16"/>'
  return bench(hand) + pieces.join('') + cutter
}

/** Glass in rows between two edges that may lean; `crooked` shifts every seam. */
function leaded(
  hand: Hand,
  glass: readonly string[],
  frame: (u: number, v: number) => Point,
  crooked: number,
  seam: number,
): string {
  const [rows, columns] = [4, 6]
  const grid = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column): Point => {
      const [x, y] = frame(column / columns, row / rows)
      const rim = row === 0 || row === rows ? 0.35 : 1
      return [
        x + between(hand.random, -crooked, crooked) * rim,
        y + between(hand.random, -crooked, crooked) * rim,
      ]
    }),
  )
  return grid
    .slice(0, rows)
    .flatMap((line, row) =>
      Array.from({ length: columns }, (_, column) => {
        const corners = [
          line[column],
          line[column + 1],
          grid[row + 1]?.[column + 1],
          grid[row + 1]?.[column],
        ].filter((corner) => corner !== undefined)
        const points = corners.map((corner) => corner.map((number) => number.toFixed(0)).join(',')).join(' ')
        return `<polygon points="${points}" fill="${color(hand, glass)}" stroke="#2a2b2d" stroke-width="${seam}"/>`
      }),
    )
    .join('')
}

function panel(hand: Hand, glass: readonly string[]): string {
  const frame = (u: number, v: number): Point => [330 + u * 740 + (0.5 - u) * (1 - v) * 120, 440 + v * 430]
  const blobs = Array.from({ length: 26 }, () =>
    solid(blob(frame(hand.random(), hand.random()), between(hand.random, 9, 20)), '#b9bcc0'),
  )
  return (
    bench(hand) +
    glow(710, 900, 520, 90, '#140d08', 0.6) +
    leaded(hand, glass, frame, 34, 17) +
    blobs.join('')
  )
}

function blob([x, y]: Point, size: number): Point[] {
  return [
    [x - size, y],
    [x, y - size],
    [x + size, y],
    [x, y + size],
  ]
}

function lamp(hand: Hand, glass: readonly string[], attempt: number): string {
  const lit = attempt >= 4
  const crooked = [0, 0, 22, 8, 3][attempt] ?? 3
  const lean = attempt === 2 ? 46 : 0
  const shade = (u: number, v: number): Point => {
    const half = 130 + v * 250
    const dome = Math.sin(v * Math.PI * 0.5)
    return [
      700 + lean * (1 - v) + (u * 2 - 1) * half,
      250 + dome * 330 + Math.cos((u - 0.5) * Math.PI) * 36 * (0.3 + v),
    ]
  }
  const wall = lit ? glow(700, 430, 820, 620, '#ffca6b', 0.55) : ''
  const rim = Array.from({ length: 13 }, (_, step) => shade(step / 12, 1).join(',')).join(' ')
  return [
    lit ? bench(hand, true) : room(hand.random, ['#aeb0aa', '#d3d0c5'], ['#8d7154', '#6a523a'], 700),
    wall,
    gradient('brass', ['#3a2a17', '#a9823f', '#e8cf8d', '#6d5126']),
    glow(700, 955, 330, 60, lit ? '#ffb84d' : '#140d08', lit ? 0.5 : 0.6),
    `<path d="M${676 + lean / 2} 560L676 900H724L${724 + lean / 2} 560Z" fill="url(#brass)"/>`,
    '<ellipse cx="700" cy="930" rx="190" ry="46" fill="url(#brass)"/>',
    leaded(hand, lit ? glass.map(brighter) : glass, shade, crooked, attempt === 2 ? 15 : 8),
    `<polyline points="${rim}" fill="none" stroke="#2a2b2d" stroke-width="${attempt === 2 ? 16 : 11}"/>`,
    `<ellipse cx="${700 + lean}" cy="258" rx="66" ry="17" fill="url(#brass)"/>`,
    lit
      ? glow(700, 450, 330, 250, '#fff2c4', 0.35) +
        glow(700, 760, 420, 220, '#ffd27a', 0.4) +
        glow(380, 900, 130, 40, glass[2] ?? '#b83a34', 0.5) +
        glow(1020, 890, 150, 46, glass[4] ?? '#2f5f9c', 0.6)
      : '',
    attempt === 2 ? solid(blob([905, 520], 22), '#c9ccd0') + solid(blob([520, 480], 18), '#c9ccd0') : '',
  ].join('')
}

function brighter(hex: string): string {
  const parts = [1, 3, 5].map((start) =>
    Math.min(255, Math.round(Number.parseInt(hex.slice(start, start + 2), 16) * 1.25 + 26)),
  )
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
