import { body, center, feelers, type Kind, kinds, wings } from './butterfly-parts.ts'
import { label, written } from './lettering.ts'
import { at, filled, type Hand, mirrored, moved, oval, type Point, paper, stroke } from './pencil.ts'
import { between } from './seeded.ts'

/** A butterfly in five attempts (0 to 4): from what a child knows a butterfly is to what the child saw. */
export function butterfly(hand: Hand, attempt: number, look: number): string {
  const kind = kinds[look % kinds.length] ?? kinds[0]
  if (!kind) return ''
  const attempts = [scrawl, balloons, halves, outlined, observed]
  return paper((attempts[Math.min(attempt, 4)] ?? scrawl)(hand, kind), attempt > 2 ? '#fdfbf5' : '#faf6ea')
}

function scrawl(hand: Hand, kind: Kind): string {
  const shaky = { ...hand, shake: 2.2 }
  const whirl = (x: number, y: number, size: number) =>
    Array.from({ length: 34 }, (_, turn): Point => {
      const reach = size * between(hand.random, 0.45, 1.05)
      return [x + Math.cos(turn * 1.1) * reach * 1.1, y + Math.sin(turn * 1.1) * reach]
    })
  return [
    stroke(shaky, whirl(480, 500, 190), { color: kind.ground, width: 10, opacity: 0.85 }),
    stroke(shaky, whirl(880, 560, 240), { color: kind.second, width: 10, opacity: 0.85 }),
    stroke(shaky, at(660, 260, 690, 480, 670, 830), { color: '#2d2a28', width: 13 }),
    stroke(shaky, at(660, 270, 590, 160, 540, 190), { color: '#2d2a28', width: 9 }),
    stroke(shaky, at(670, 270, 760, 130), { color: '#2d2a28', width: 9 }),
  ].join('')
}

function balloons(hand: Hand, kind: Kind): string {
  const shaky = { ...hand, shake: 1.5 }
  const ink = { color: '#2d2a28', width: 9 }
  const wing = (x: number, y: number, size: number, color: string) =>
    filled(shaky, oval(x, y, size, size * 0.9), { color, gap: 24, width: 9 }, ink)
  return [
    wing(480, 400, 190, kind.ground),
    wing(910, 390, 170, kind.ground),
    wing(500, 720, 140, kind.second),
    wing(890, 740, 165, kind.second),
    filled(shaky, oval(690, 580, 60, 250), { color: '#7a5136', gap: 18 }, ink),
    stroke(shaky, oval(690, 290, 80), { ...ink, closed: true, fill: '#faf6ea' }),
    stroke(shaky, at(660, 275, 662, 280), { ...ink, width: 16 }),
    stroke(shaky, at(715, 275, 717, 280), { ...ink, width: 16 }),
    stroke(shaky, at(650, 315, 690, 345, 735, 312), ink),
    stroke(shaky, at(660, 215, 620, 120, 575, 110), ink),
    stroke(shaky, at(720, 215, 760, 110, 810, 120), ink),
  ].join('')
}

function halves(hand: Hand, kind: Kind): string {
  const shaky = { ...hand, shake: 0.8 }
  const ink = { color: kind.border, width: 7 }
  const side = (mirror: boolean) => {
    const put = (shape: readonly Point[]) =>
      mirror ? mirrored(moved(shape, ...center), 700) : moved(shape, ...center)
    const fore = put(oval(-235, -190, 215, 165))
    const hind = put(oval(-190, 130, 165, 150))
    const spots = [oval(-270, -210, 46), oval(-150, -150, 30), oval(-215, 150, 38)].map(put)
    return (
      filled(shaky, fore, { color: kind.ground, gap: 13, angle: mirror ? 0.8 : -0.8 }, ink) +
      filled(shaky, hind, { color: kind.second, gap: 13, angle: mirror ? 0.5 : -0.5 }, ink) +
      spots
        .map((spot) => filled(shaky, spot, { color: kind.spot, gap: 8, width: 8, opacity: 1 }, ink))
        .join('')
    )
  }
  return side(false) + side(true) + body(shaky, '#4a3a30', 34) + feelers(shaky, kind.border)
}

function outlined(hand: Hand, kind: Kind): string {
  const shaky = { ...hand, shake: 0.4 }
  return wings(shaky, kind, 1.6) + body(shaky, kind.border, 26) + feelers(shaky, kind.border)
}

function observed(hand: Hand, kind: Kind): string {
  const calm = { ...hand, shake: 0.14 }
  const hairs = Array.from({ length: 46 }, () => {
    const [x, y] = [700 + between(hand.random, -20, 20), between(hand.random, 440, 590)]
    return stroke(
      calm,
      [
        [x, y],
        [x + (x - 700) * 0.5, y + 16],
      ],
      { color: '#9a8458', width: 2, opacity: 0.8 },
    )
  })
  const rings = Array.from({ length: 7 }, (_, ring) => {
    const [y, half] = [610 + ring * 24, 18 - ring * 1.6]
    return stroke(
      calm,
      [
        [700 - half, y],
        [700, y + 8],
        [700 + half, y],
      ],
      { color: '#c9b27c', width: 2.5 },
    )
  })
  return [
    wings(calm, kind, 1),
    body(calm, kind.border, 24),
    ...hairs,
    ...rings,
    feelers(calm, kind.border),
    label(calm, 'FOREWING', [110, 120], [330, 250]),
    label(calm, 'HINDWING', [95, 900], [420, 770]),
    label(calm, 'ANTENNA', [880, 90], [770, 235]),
    label(calm, 'SCALES LIKE DUST', [930, 950], [905, 800], 22),
    written(calm, { text: kind.name, x: 560, y: 985, size: 34, color: '#3a3632' }),
  ].join('')
}
