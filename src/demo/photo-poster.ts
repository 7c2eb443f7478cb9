import { written } from './lettering.ts'
import { at, type Hand, oval, scribble, stroke } from './pencil.ts'
import { glow, gradient, scene, sharpEdged } from './scene.ts'
import { between, pick } from './seeded.ts'

const topics = [
  {
    title: 'salmon come home',
    axis: 'year',
    color: '#c8553d',
    parts: ['egg', 'fry', 'smolt', 'sea', 'home'],
  },
  {
    title: 'how clean is our creek',
    axis: 'week',
    color: '#2f7f8f',
    parts: ['bugs', 'ph', 'mud', 'temp', 'flow'],
  },
  {
    title: 'why bread rises',
    axis: 'minutes',
    color: '#b07a2c',
    parts: ['flour', 'water', 'yeast', 'warm', 'gas'],
  },
  {
    title: 'wildfire and soil',
    axis: 'months',
    color: '#8f4a2b',
    parts: ['ash', 'roots', 'seeds', 'rain', 'grass'],
  },
]
type Topic = (typeof topics)[number]

/** A science poster on a corridor wall in two attempts: everything at once, then one question and its answer. */
export function posterPhoto(hand: Hand, attempt: number, look: number): string {
  const topic = topics[look % topics.length]
  if (!topic) return ''
  const sheetOnWall = `<g transform="translate(235 110) skewY(${attempt === 0 ? 2.4 : -1.2}) scale(.98 1)">${attempt === 0 ? crowded(hand, topic) : clear(hand, topic)}</g>`
  const blocks = Array.from(
    { length: 9 },
    (_, row) =>
      `<path d="M0 ${row * 118}H1400${[0, 1, 2, 3, 4, 5].map((column) => `M${column * 260 + (row % 2) * 130} ${row * 118}v118`).join('')}" stroke="#8f9a93" stroke-width="4" opacity=".5" fill="none"/>`,
  )
  return scene(
    gradient('paint', ['#c3ccc2', '#dfe3d8', '#b9c2b8']) +
      '<rect width="1400" height="1050" fill="url(#paint)"/>' +
      blocks.join('') +
      glow(720, 540, 640, 520, '#2a302b', 0.45) +
      sheetOnWall,
  )
}

function board(color: string): string {
  const tape = [
    [-10, -14],
    [880, -14],
    [-10, 796],
    [880, 796],
  ].map(
    ([x, y]) =>
      `<rect x="${x}" y="${y}" width="70" height="34" fill="#efe7c9" opacity=".9" transform="rotate(-18 ${x} ${y})"/>`,
  )
  return sharpEdged(at(0, 0, 930, 0, 930, 810, 0, 810), color) + tape.join('')
}

function lines(hand: Hand, x: number, y: number, width: number, count: number): string {
  return Array.from(
    { length: count },
    (_, row) =>
      `<path d="M${x} ${y + row * 21}H${x + width * between(hand.random, 0.72, 1)}" stroke="#3b3f45" stroke-width="5" opacity=".75" stroke-dasharray="26 7 14 6 34 8 9 6"/>`,
  ).join('')
}

function crowded(hand: Hand, topic: Topic): string {
  const shaky = { ...hand, shake: 0.9 }
  const notes = Array.from({ length: 9 }, (_, note) => {
    const [x, y] = [
      40 + (note % 3) * 300 + between(hand.random, -16, 16),
      150 + Math.floor(note / 3) * 215 + between(hand.random, -14, 14),
    ]
    const paint = pick(hand.random, ['#f6e58f', '#f2b5b0', '#b9dff0', '#ffffff', '#cdeac0'])
    return `<g transform="rotate(${between(hand.random, -5, 5)} ${x} ${y})">${sharpEdged(at(x, y, x + 262, y, x + 262, y + 190, x, y + 190), paint)}${lines(hand, x + 16, y + 28, 230, 8)}</g>`
  })
  return (
    board('#e9b7c4') +
    written(shaky, { text: topic.title, x: 50, y: 40, size: 44, color: '#7a2f8f' }) +
    notes.join('')
  )
}

function clear(hand: Hand, topic: Topic): string {
  const calm = { ...hand, shake: 0.2 }
  const bars = topic.parts.map((part, index) => {
    const [x, tall] = [90 + index * 84, 60 + index * 38 + between(hand.random, -18, 18)]
    return (
      scribble(calm, at(x, 690, x, 690 - tall, x + 52, 690 - tall, x + 52, 690), {
        color: topic.color,
        gap: 7,
        width: 8,
        angle: -0.6,
      }) + written(calm, { text: part, x: x - 6, y: 705, size: 15, color: '#2d333d' })
    )
  })
  const cycle = topic.parts.map((part, index) => {
    const [x, y] = [705 + Math.cos(index * 1.257 - 1.57) * 125, 480 + Math.sin(index * 1.257 - 1.57) * 135]
    return (
      stroke(calm, oval(x, y, 54, 38), { color: topic.color, width: 5, fill: '#ffffff', closed: true }) +
      written(calm, { text: part, x: x - 34, y: y - 9, size: 17, color: '#2d333d' })
    )
  })
  return [
    board('#fbfaf4'),
    `<rect width="930" height="120" fill="${topic.color}"/>`,
    written(calm, { text: topic.title, x: 50, y: 36, size: 46, color: '#ffffff', width: 7 }),
    lines(hand, 60, 165, 800, 4),
    stroke(calm, at(70, 300, 70, 690), { color: '#2d333d', width: 4 }),
    stroke(calm, at(70, 690, 520, 690), { color: '#2d333d', width: 4 }),
    written(calm, { text: topic.axis, x: 300, y: 745, size: 22, color: '#2d333d' }),
    ...bars,
    ...cycle,
    lines(hand, 580, 690, 290, 4),
  ].join('')
}
