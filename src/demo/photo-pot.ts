import { type Hand, type Point, smooth } from './pencil.ts'
import { glow, gradient, room, scene, solid } from './scene.ts'
import { between } from './seeded.ts'

const glazes = [
  ['#1d4f63', '#3f93a5', '#9fd6d3'],
  ['#4b5b2a', '#87994a', '#cbd19a'],
  ['#6d2e22', '#b85b3d', '#e9ab86'],
  ['#2d2c55', '#5d64a8', '#b6bde6'],
] as const

/** A clay pot in four attempts: a lump, a wall that leans, an even wall, glazed. */
export function potPhoto(hand: Hand, attempt: number, look: number): string {
  const { random } = hand
  const glaze = glazes[look % glazes.length] ?? glazes[0]
  const clay =
    attempt < 3 ? ['#6b3f2c', '#b0714f', '#d6a07c', '#8a5539'] : [glaze[0], glaze[1], glaze[2], glaze[0]]
  const uneven = [60, 34, 10, 4][Math.min(attempt, 3)] ?? 4
  const tall = [250, 390, 470, 490][Math.min(attempt, 3)] ?? 480
  const shape = silhouette(hand, tall, uneven)
  const lip = shape.lip
  const marks = Array.from({ length: attempt < 3 ? 16 : 7 }, (_, ring) => {
    const y = 860 - (ring + 1) * (tall / (attempt < 3 ? 17 : 8))
    const half = shape.halfAt(y) - 10
    const bend = between(random, 12, 26)
    return `<path d="M${700 - half} ${y}Q700 ${y + bend + uneven / 3} ${700 + half} ${y + between(random, -uneven, uneven) / 5}" stroke="#2b1810" opacity="${attempt < 3 ? 0.16 : 0.12}" stroke-width="${attempt < 3 ? 6 : 3}" fill="none"/>`
  })
  return scene(
    [
      room(random, ['#b9b7ae', '#d8d3c6'], ['#a57c52', '#7d5836']),
      gradient('clay', clay),
      glow(790, 880, 420, 90, '#1a0f08', 0.6),
      solid(shape.outline, 'url(#clay)'),
      `<clipPath id="wall-of-pot"><path d="${smooth(shape.outline, true)}"/></clipPath>`,
      `<g clip-path="url(#wall-of-pot)">${marks.join('')}</g>`,
      `<ellipse cx="${lip[0]}" cy="${lip[1]}" rx="${shape.mouth}" ry="46" fill="${clay[1]}" transform="rotate(${uneven / 9} ${lip[0]} ${lip[1]})"/>`,
      `<ellipse cx="${lip[0]}" cy="${lip[1] + 5}" rx="${shape.mouth - 26 - uneven / 4}" ry="32" fill="#24130c" opacity=".85" transform="rotate(${uneven / 9} ${lip[0]} ${lip[1]})"/>`,
      attempt > 2 ? glow(590, 640, 46, 150, '#ffffff', 0.75) + drips(hand, glaze[2]) : '',
      attempt === 0 ? crumbs(hand) : '',
    ].join(''),
  )
}

function silhouette(hand: Hand, tall: number, uneven: number) {
  const foot = 860
  const halfAt = (y: number): number => {
    const height = (foot - y) / tall
    return 190 + Math.sin(Math.min(1, Math.max(0, height)) * Math.PI * 0.92) * 120
  }
  const wobble = () => between(hand.random, -uneven, uneven)
  const levels = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => foot - part * tall)
  const left = levels.map((y): Point => [700 - halfAt(y) + wobble(), y])
  const right = levels.map((y): Point => [700 + halfAt(y) + wobble(), y]).reverse()
  const mouth = halfAt(foot - tall) + 8
  return {
    outline: [...left, ...right, [840, 892] as const, [700, 902] as const, [560, 892] as const],
    halfAt,
    mouth,
    lip: [700, foot - tall] as const,
  }
}

function drips(hand: Hand, color: string): string {
  return Array.from({ length: 9 }, (_, drip) => {
    const x = 470 + drip * 56
    const long = between(hand.random, 40, 130)
    return `<path d="M${x} 480q0 ${long} 6 ${long + 40}" stroke="${color}" stroke-width="26" opacity=".35" fill="none"/>`
  }).join('')
}

function crumbs(hand: Hand): string {
  return Array.from({ length: 14 }, () => {
    const [x, y, size] = [
      between(hand.random, 250, 1150),
      between(hand.random, 890, 990),
      between(hand.random, 6, 20),
    ]
    return solid(
      [
        [x - size, y],
        [x, y - size * 0.7],
        [x + size, y],
        [x, y + size * 0.5],
      ],
      '#8f573b',
    )
  }).join('')
}
