import { label, written } from './lettering.ts'
import { at, filled, type Hand, moved, oval, paper, scribble, stroke } from './pencil.ts'
import { between } from './seeded.ts'

const ink = { color: '#3a332b', width: 5 }

/** A beaver lodge in three attempts: a heap on water, a heap cut open, a diagram somebody could learn from. */
export function lodge(hand: Hand, attempt: number, look: number): string {
  const water = ['#5b9fd0', '#4f93b8', '#6aaed6'][look % 3] ?? '#5b9fd0'
  return paper(([heap, opened, diagram][Math.min(attempt, 2)] ?? heap)(hand, water))
}

function heap(hand: Hand, water: string): string {
  const shaky = { ...hand, shake: 1.5 }
  return [
    scribble(shaky, at(0, 640, 1400, 620, 1400, 1020, 0, 1030), {
      color: water,
      gap: 30,
      width: 12,
      angle: 0.05,
    }),
    filled(
      shaky,
      at(420, 650, 520, 420, 700, 330, 880, 430, 980, 650),
      { color: '#8a5a33', gap: 22, width: 12 },
      { ...ink, width: 9 },
    ),
    beaver(shaky, 1120, 600, 1.3),
    stroke(shaky, oval(180, 150, 80), { color: '#efb52d', width: 12, closed: true }),
    scribble(shaky, oval(180, 150, 80), { color: '#efb52d', gap: 22, width: 12 }),
    written(shaky, { text: 'BEVR', x: 1000, y: 300, size: 74, color: '#3a332b' }),
  ].join('')
}

function opened(hand: Hand, water: string): string {
  const shaky = { ...hand, shake: 0.8 }
  return [
    scribble(shaky, at(0, 560, 1400, 550, 1400, 1000, 0, 1000), {
      color: water,
      gap: 16,
      width: 10,
      angle: 0.05,
    }),
    filled(
      shaky,
      at(320, 800, 420, 480, 680, 280, 940, 470, 1040, 800),
      { color: '#8a5a33', gap: 13, width: 10 },
      { ...ink, width: 8 },
    ),
    stroke(shaky, oval(680, 520, 170, 100), { ...ink, fill: '#f2e2bd', closed: true }),
    stroke(shaky, at(570, 590, 500, 720, 330, 830), { color: '#f2e2bd', width: 46 }),
    beaver(shaky, 680, 545, 0.9),
    written(shaky, { text: 'beaver lodge', x: 430, y: 90, size: 66, color: '#3a332b' }),
    label(shaky, 'room', [1080, 380], [800, 500], 42),
    label(shaky, 'door', [80, 690], [360, 810], 42),
  ].join('')
}

function diagram(hand: Hand, water: string): string {
  const calm = { ...hand, shake: 0.25 }
  const sticks = Array.from({ length: 130 }, () => {
    const angle = between(hand.random, Math.PI, 2 * Math.PI)
    const reach = between(hand.random, 0.62, 0.98)
    const [x, y] = [660 + Math.cos(angle) * 390 * reach, 740 + Math.sin(angle) * 420 * reach]
    const lean = between(hand.random, -0.5, 0.5) + angle + Math.PI / 2
    const color = ['#7a4d2b', '#94673d', '#5f3d24', '#b08350'][Math.floor(hand.random() * 4)] ?? '#7a4d2b'
    return stroke(
      calm,
      at(x - Math.cos(lean) * 55, y - Math.sin(lean) * 55, x + Math.cos(lean) * 55, y + Math.sin(lean) * 55),
      { color, width: 9 },
    )
  })
  return [
    scribble(calm, at(0, 600, 1400, 600, 1400, 930, 0, 930), {
      color: water,
      gap: 9,
      width: 9,
      angle: 0.04,
      opacity: 0.6,
    }),
    scribble(calm, at(0, 930, 250, 905, 700, 925, 1400, 900, 1400, 980, 0, 980), {
      color: '#8d7a5a',
      gap: 7,
      width: 8,
      angle: 0.1,
    }),
    stroke(calm, at(0, 600, 240, 596), { color: '#2f6f9e', width: 5 }),
    stroke(calm, at(1060, 598, 1400, 602), { color: '#2f6f9e', width: 5 }),
    filled(
      calm,
      at(255, 915, 300, 620, 430, 400, 660, 320, 890, 400, 1020, 620, 1065, 915),
      { color: '#a47a4c', gap: 7, width: 8 },
      ink,
    ),
    ...sticks,
    stroke(calm, at(500, 560, 560, 480, 660, 455, 770, 480, 830, 560, 800, 590, 530, 592), {
      ...ink,
      fill: '#f4e7c8',
      closed: true,
    }),
    stroke(calm, at(530, 580, 450, 700, 330, 800, 210, 850), { color: '#f4e7c8', width: 44 }),
    stroke(calm, at(800, 580, 900, 700, 1000, 800, 1100, 850), { color: '#f4e7c8', width: 40 }),
    beaver(calm, 640, 560, 0.75),
    beaver(calm, 735, 568, 0.5),
    ...[0, 1, 2, 3, 4, 5].map((stick) =>
      stroke(calm, at(1180 + stick * 14, 900, 1150 + stick * 30, 800), { color: '#6f8a45', width: 7 }),
    ),
    written(calm, { text: 'inside a beaver lodge', x: 340, y: 50, size: 50, color: '#2f2a25' }),
    label(calm, 'dry bedroom', [1000, 300], [760, 500]),
    label(calm, 'air hole', [400, 230], [655, 330]),
    label(calm, 'mud and sticks', [60, 380], [390, 480]),
    label(calm, 'front door', [60, 1000], [220, 860]),
    label(calm, 'back door', [900, 1000], [1085, 865]),
    label(calm, 'food', [1200, 690], [1200, 800]),
  ].join('')
}

function beaver(hand: Hand, x: number, y: number, scale: number): string {
  const put = (...numbers: number[]) => moved(at(...numbers), x, y, scale)
  const line = { ...ink, width: 4 }
  return [
    filled(
      hand,
      put(70, 0, 110, -18, 150, -5, 140, 18, 90, 20),
      { color: '#4b382b', gap: 8, width: 6 },
      line,
    ),
    filled(
      hand,
      put(-70, 20, -60, -30, 0, -55, 60, -30, 80, 15, 40, 28),
      { color: '#7b4f2d', gap: 8, width: 7, opacity: 1 },
      line,
    ),
    filled(
      hand,
      moved(oval(-80, -22, 36, 30), x, y, scale),
      { color: '#7b4f2d', gap: 8, width: 7, opacity: 1 },
      line,
    ),
    stroke(hand, put(-92, -30, -91, -29), { color: '#1d1712', width: 9 * scale + 2 }),
    stroke(hand, put(-100, 0, -100, 12, -92, 12, -92, 0), {
      color: '#8a7a55',
      width: 3,
      fill: '#fffbe8',
      closed: true,
    }),
  ].join('')
}
