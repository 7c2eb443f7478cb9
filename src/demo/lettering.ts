import { type Hand, type Point, stroke } from './pencil.ts'
import { between } from './seeded.ts'

/** Strokes of each letter on a grid four wide and six high; drawn, because a bare machine has no fonts. */
const strokes: Record<string, string> = {
  A: '06 20 46|14 34',
  B: '06 00 30 42 33 03|33 44 36 06',
  C: '41 20 02 04 26 45',
  D: '06 00 20 42 44 26 06',
  E: '40 00 06 46|03 33',
  F: '40 00 06|03 33',
  G: '41 20 02 04 26 45 43 23',
  H: '00 06|40 46|03 43',
  I: '20 26',
  J: '40 44 26 05',
  K: '00 06|40 03 46',
  L: '00 06 46',
  M: '06 00 23 40 46',
  N: '06 00 46 40',
  O: '20 02 04 26 44 42 20',
  P: '06 00 30 42 33 03',
  Q: '20 02 04 26 44 42 20|34 46',
  R: '06 00 30 42 33 03|23 46',
  S: '41 20 01 23 45 26 05',
  T: '00 40|20 26',
  U: '00 04 26 44 40',
  V: '00 26 40',
  W: '00 16 23 36 40',
  X: '00 46|40 06',
  Y: '00 23 40|23 26',
  Z: '00 40 06 46',
  0: '20 02 04 26 44 42 20',
  1: '11 20 26',
  2: '01 20 41 06 46',
  3: '00 40 22 44 26 05',
  4: '36 30 04 44',
  5: '40 00 03 33 45 26 05',
  6: '40 02 05 26 44 23 04',
  7: '00 40 16',
  8: '20 01 23 45 26 05 23 41 20',
  9: '42 20 01 23 42 36',
  '-': '13 33',
  '.': '26 26',
  ',': '25 16',
  '?': '01 20 41 23 24|26 26',
  '=': '02 42|04 44',
  '+': '23 23|03 43|21 25',
  "'": '20 21',
  '/': '06 40',
  ':': '22 22|25 25',
}

type Words = { text: string; x: number; y: number; size: number; color: string; width?: number }

/** Capital letters written by hand; `y` is where the letters start at the top. */
export function written(hand: Hand, words: Words): string {
  const step = words.size / 6
  const calm = { random: hand.random, shake: Math.min(hand.shake, 1) * Math.min(0.35, words.size / 150) }
  return [...words.text.toUpperCase()]
    .map((letter, index) => {
      const lift = between(hand.random, -1, 1) * hand.shake * step * 1.6
      const left = words.x + index * step * 5.4
      return (strokes[letter] ?? '')
        .split('|')
        .filter((path) => path !== '')
        .map((path) => {
          const points: Point[] = path
            .split(' ')
            .map((corner) => [left + Number(corner[0]) * step, words.y + lift + Number(corner[1]) * step])
          return points.slice(1).map((to, corner) => {
            const from = points[corner] ?? to
            return stroke(calm, [from, to], {
              color: words.color,
              width: words.width ?? Math.max(2.5, words.size / 11),
            })
          })
        })
        .flat()
        .join('')
    })
    .join('')
}

/** How wide the words will be. */
export function breadth(text: string, size: number): number {
  return text.length * (size / 6) * 5.4
}

/** Words with a thin line to the thing they name; `from` is the top left of the words. */
export function label(
  hand: Hand,
  text: string,
  from: Point,
  to: Point,
  size = 26,
  color = '#44484f',
): string {
  const [x, y] = from
  const near = to[0] < x ? x - 8 : Math.min(x + breadth(text, size) + 4, Math.max(x, to[0]))
  const inside = near > x && near < x + breadth(text, size)
  const start: Point = [near, inside ? (to[1] < y ? y - 8 : y + size + 8) : y + size / 2]
  const line = stroke({ ...hand, shake: hand.shake * 0.3 }, [start, to], { color, width: 2.5, opacity: 0.8 })
  return written(hand, { text, x, y, size, color }) + line
}
