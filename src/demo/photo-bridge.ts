import type { Hand, Point } from './pencil.ts'
import { glow, gradient, room, scene, sharpEdged } from './scene.ts'
import { between } from './seeded.ts'

/** A cardboard bridge between two tables in three tests: bends, buckles, holds. */
export function bridgePhoto(hand: Hand, test: number, look: number): string {
  const board = ['#b98f5d', '#c4a06f', '#a97f52'][look % 3] ?? '#b98f5d'
  const sag = [150, 60, 6][Math.min(test, 2)] ?? 6
  return scene(
    [
      room(hand.random, ['#a9b7bd', '#cfd6d4'], ['#6f7479', '#4a4e53'], 760),
      gradient('table', ['#8b623c', '#b98956', '#7a5231']),
      glow(700, 990, 640, 70, '#0c0d10', 0.55),
      ...[0, 1030].map(
        (x) =>
          `<rect x="${x}" y="560" width="370" height="60" fill="url(#table)"/><rect x="${x + 60}" y="620" width="46" height="430" fill="#6d4a2c"/><rect x="${x + 280}" y="620" width="46" height="430" fill="#5d3f26"/>`,
      ),
      deck(sag, board),
      test > 0 ? sides(hand, test, sag, board) : '',
      load(test, sag),
      ...Array.from({ length: test === 2 ? 0 : 3 }, (_, tape) => strip(390 + tape * 210, sag)),
    ].join(''),
  )
}

function height(x: number, sag: number): number {
  const along = (x - 330) / 740
  return 540 + Math.sin(Math.min(1, Math.max(0, along)) * Math.PI) * sag
}

function deck(sag: number, board: string): string {
  const steps = Array.from({ length: 25 }, (_, step) => 260 + step * 36.7)
  const top = steps.map((x): Point => [x, height(x, sag)])
  const under = steps.map((x): Point => [x, height(x, sag) + 24]).reverse()
  const back = steps.map((x): Point => [x * 0.96 + 28, height(x, sag) - 44])
  return (
    sharpEdged([...back, ...[...top].reverse()], '#d9bd92') +
    sharpEdged([...top, ...under], board, 1, '#6e4e2c')
  )
}

function sides(hand: Hand, test: number, sag: number, board: string): string {
  const panels = test === 1 ? 4 : 8
  const step = 800 / panels
  const skew = test === 1 ? 26 : 3
  const off = () => between(hand.random, -skew, skew)
  const beam = (x1: number, y1: number, x2: number, y2: number, shade: string) =>
    `<path d="M${x1 + 8} ${y1 + 10}L${x2 + 8} ${y2 + 10}" stroke="#24180d" opacity=".35" stroke-width="24"/><path d="M${x1} ${y1}L${x2} ${y2}" stroke="${shade}" stroke-width="24"/><path d="M${x1} ${y1 - 5}L${x2} ${y2 - 5}" stroke="#e6cfa6" opacity=".5" stroke-width="4"/>`
  const rise = test === 1 ? 120 : 190
  const beams = Array.from({ length: panels }, (_, panel) => {
    const [from, middle, to] = [
      300 + panel * step,
      300 + (panel + 0.5) * step + off(),
      300 + (panel + 1) * step,
    ]
    const top = height(middle, sag) - rise + off()
    return beam(from, height(from, sag), middle, top, board) + beam(middle, top, to, height(to, sag), board)
  })
  const left = 300 + step / 2
  return (
    beams.join('') +
    beam(left, height(left, sag) - rise, 1100 - step / 2, height(1100 - step / 2, sag) - rise, board)
  )
}

function load(test: number, sag: number): string {
  const books = test === 0 ? 1 : test === 1 ? 3 : 6
  const colors = ['#a93a35', '#2f5f9c', '#3d7d5a', '#d09a32', '#6a4b8c', '#2b2f3a']
  return Array.from({ length: books }, (_, book) => {
    const y = height(700, sag) - 42 * (book + 1) + (test === 2 ? -2 : 0)
    const x = 600 + ((book * 37) % 30)
    return `<rect x="${x}" y="${y}" width="200" height="40" rx="4" fill="${colors[book]}"/><rect x="${x + 8}" y="${y + 8}" width="184" height="5" fill="#fff" opacity=".25"/><rect x="${x + 178}" y="${y + 3}" width="22" height="34" fill="#f2ead8"/>`
  }).join('')
}

function strip(x: number, sag: number): string {
  const y = height(x, sag)
  return `<rect x="${x}" y="${y - 20}" width="70" height="46" fill="#e9e4cf" opacity=".85" transform="rotate(${(x % 13) - 6} ${x} ${y})"/>`
}
