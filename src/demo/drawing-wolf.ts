import { at, filled, type Hand, oval, type Point, paper, scribble, stroke } from './pencil.ts'
import { between } from './seeded.ts'

const coats = [
  { fur: '#8b8f96', dark: '#4b4f57', light: '#e9e6df' },
  { fur: '#3c3a3d', dark: '#1d1c1f', light: '#7d7a7a' },
  { fur: '#b08a5f', dark: '#6b4e33', light: '#efe2cc' },
]
type Coat = (typeof coats)[number]

/** A wolf in three attempts: a dog with teeth, a wolf standing, a wolf looking at you. */
export function wolf(hand: Hand, attempt: number, look: number): string {
  const coat = coats[look % coats.length]
  if (!coat) return ''
  return paper(([toothy, standing, gazing][Math.min(attempt, 2)] ?? toothy)(hand, coat))
}

function toothy(hand: Hand, coat: Coat): string {
  const shaky = { ...hand, shake: 1.6 }
  const ink = { color: '#2a2828', width: 9 }
  return [
    filled(shaky, oval(600, 560, 300, 150), { color: coat.fur, gap: 24, width: 11 }, ink),
    filled(shaky, oval(980, 400, 150, 130), { color: coat.fur, gap: 24, width: 11 }, ink),
    ...[400, 500, 720, 810].map((x) =>
      stroke(shaky, at(x, 690, x - 10, 880, x + 40, 885), { ...ink, width: 14 }),
    ),
    stroke(shaky, at(310, 520, 180, 420, 140, 330), { ...ink, width: 18 }),
    stroke(shaky, at(900, 290, 890, 170, 970, 270), ink),
    stroke(shaky, at(1010, 270, 1060, 160, 1090, 300), ink),
    stroke(shaky, at(1020, 370, 1024, 376), { ...ink, width: 22 }),
    stroke(shaky, at(960, 460, 1000, 490, 1030, 450, 1060, 490, 1090, 445, 1120, 470), {
      color: '#b33b3b',
      width: 8,
    }),
    stroke(shaky, oval(200, 160, 90), { color: '#d9b030', width: 11, closed: true }),
  ].join('')
}

function standing(hand: Hand, coat: Coat): string {
  const shaky = { ...hand, shake: 0.7 }
  const ink = { color: coat.dark, width: 6 }
  const leg = (x: number, bend: number) =>
    filled(
      shaky,
      at(x, 600, x + 60, 600, x + 45 + bend, 740, x + 40, 900, x + 70, 920, x + 2, 920, x + 8 + bend, 740),
      { color: coat.fur, gap: 10, width: 9 },
      ink,
    )
  const trunk = at(
    330,
    430,
    480,
    400,
    700,
    420,
    880,
    380,
    960,
    300,
    1000,
    220,
    1030,
    290,
    1130,
    350,
    1220,
    390,
    1210,
    430,
    1110,
    450,
    1020,
    470,
    960,
    560,
    860,
    660,
    620,
    640,
    420,
    680,
    340,
    580,
  )
  return [
    scribble(shaky, at(0, 900, 1400, 880, 1400, 1020, 0, 1030), {
      color: '#7a9a63',
      gap: 16,
      width: 10,
      angle: 0.05,
    }),
    leg(470, -25),
    leg(820, 10),
    filled(
      shaky,
      at(340, 440, 230, 520, 160, 680, 180, 780, 260, 700, 350, 560),
      { color: coat.dark, gap: 10, width: 9 },
      ink,
    ),
    filled(shaky, trunk, { color: coat.fur, gap: 10, width: 9 }, ink),
    leg(370, -20),
    leg(760, 15),
    scribble(shaky, at(400, 640, 620, 620, 860, 640, 700, 660), { color: coat.light, gap: 9, width: 8 }),
    stroke(shaky, at(1070, 355, 1078, 358), { color: '#d39b1e', width: 16 }),
    stroke(shaky, oval(1212, 405, 14), { color: '#1d1b1b', fill: '#1d1b1b', closed: true }),
    stroke(shaky, at(1110, 440, 1160, 425, 1205, 430), { ...ink, width: 5 }),
  ].join('')
}

function gazing(hand: Hand, coat: Coat): string {
  const calm = { ...hand, shake: 0.2 }
  const ink = { color: coat.dark, width: 4 }
  const both = (shape: readonly Point[]) => [shape, shape.map(([x, y]) => [1400 - x, y] as const)]
  const head = at(
    700,
    210,
    860,
    260,
    960,
    400,
    1000,
    560,
    920,
    640,
    850,
    740,
    780,
    850,
    700,
    890,
    620,
    850,
    550,
    740,
    480,
    640,
    400,
    560,
    440,
    400,
    540,
    260,
  )
  return [
    ...both(at(455, 420, 430, 250, 450, 110, 560, 190, 640, 260)).map((ear) =>
      filled(calm, ear, { color: coat.fur, gap: 6, width: 7, angle: 1.2 }, ink),
    ),
    ...both(at(480, 360, 468, 190, 560, 260)).map((ear) =>
      scribble(calm, ear, { color: coat.dark, gap: 7, width: 5, angle: 1.3, opacity: 0.6 }),
    ),
    filled(calm, head, { color: coat.fur, gap: 6, width: 8, opacity: 0.8 }, { ...ink, opacity: 0.4 }),
    ...both(at(410, 560, 520, 540, 620, 640, 610, 800, 540, 720)).map((cheek) =>
      scribble(calm, cheek, { color: coat.light, gap: 6, width: 7, opacity: 0.85 }),
    ),
    scribble(calm, at(640, 620, 760, 620, 790, 800, 700, 880, 610, 800), {
      color: coat.light,
      gap: 6,
      width: 7,
      opacity: 0.85,
    }),
    ...both(at(500, 450, 560, 415, 625, 445, 650, 490, 580, 498, 530, 482)).map((eye) =>
      stroke(calm, eye, { color: '#1b1a1b', width: 8, fill: '#e3b23c', closed: true }),
    ),
    ...both(oval(590, 455, 16, 18)).map((eye) =>
      stroke(calm, eye, { color: '#141314', fill: '#141314', closed: true }),
    ),
    ...both(oval(597, 448, 4)).map((eye) =>
      stroke(calm, eye, { color: '#ffffff', fill: '#ffffff', closed: true }),
    ),
    stroke(calm, at(640, 720, 700, 700, 760, 720, 745, 775, 700, 800, 655, 775), {
      color: '#1b1a1b',
      width: 5,
      fill: '#29272a',
      closed: true,
    }),
    stroke(calm, at(700, 800, 700, 835, 640, 850), { ...ink, width: 6 }),
    stroke(calm, at(700, 835, 760, 850), { ...ink, width: 6 }),
    ...fur(calm, coat),
  ].join('')
}

/** Short hairs, combed outward from the nose. */
function fur(hand: Hand, coat: Coat): string[] {
  return Array.from({ length: 420 }, () => {
    const [angle, reach] = [
      between(hand.random, -Math.PI * 1.2, Math.PI * 0.2),
      between(hand.random, 0.35, 1.12),
    ]
    const [x, y] = [700 + Math.cos(angle) * 290 * reach, 600 + Math.sin(angle) * 360 * reach]
    const length = between(hand.random, 18, 44)
    const color = hand.random() < 0.55 ? coat.dark : coat.light
    const end: Point = [x + Math.cos(angle + 0.2) * length, y + Math.sin(angle + 0.2) * length]
    return stroke(hand, [[x, y], end], { color, width: 2.5, opacity: 0.5 })
  })
}
