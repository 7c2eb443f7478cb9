import { label, written } from './lettering.ts'
import { at, type Hand, paper, stroke } from './pencil.ts'

const lead = { color: '#3d4450', width: 5 }

/** A bridge on squared paper in three attempts: a plank, a truss by eye, a truss with measures and forces. */
export function bridgeDesign(hand: Hand, attempt: number, look: number): string {
  return paper(grid() + ([plank, byEye, measured][Math.min(attempt, 2)] ?? plank)(hand, look), '#fcfcf7')
}

function grid(): string {
  const down = Array.from({ length: 35 }, (_, line) => `M${line * 40} 0V1050`).join('')
  const along = Array.from({ length: 27 }, (_, line) => `M0 ${line * 40}H1400`).join('')
  return `<path d="${down}${along}" stroke="#cfdde6" stroke-width="1.5"/>`
}

function banks(hand: Hand): string {
  const hatch = Array.from(
    { length: 9 },
    (_, line) =>
      stroke(hand, at(20 + line * 22, 640 + line * 8, 0 + line * 18, 700 + line * 8), {
        color: '#8b7a5e',
        width: 3,
      }) +
      stroke(hand, at(1380 - line * 22, 640 + line * 8, 1400 - line * 18, 700 + line * 8), {
        color: '#8b7a5e',
        width: 3,
      }),
  )
  return (
    stroke(hand, at(0, 620, 200, 622, 230, 900), lead) +
    stroke(hand, at(1400, 620, 1200, 622, 1170, 900), lead) +
    hatch.join('')
  )
}

function plank(hand: Hand): string {
  const shaky = { ...hand, shake: 1 }
  return [
    banks(shaky),
    stroke(shaky, at(120, 600, 700, 610, 1280, 598), { ...lead, width: 16 }),
    ...[400, 700, 1000].map((x) => stroke(shaky, at(x, 615, x + 8, 900), { ...lead, width: 10 })),
    stroke(shaky, at(560, 540, 590, 480, 760, 478, 830, 540, 830, 580, 560, 580), { ...lead, closed: true }),
    ...[620, 770].map((x) =>
      stroke(shaky, at(x - 24, 585, x, 560, x + 24, 585, x, 606), { ...lead, closed: true }),
    ),
    written(shaky, { text: 'bridge idea 1', x: 450, y: 120, size: 60, color: '#3d4450' }),
  ].join('')
}

/** The triangles of a truss between two heights. */
function truss(hand: Hand, top: number, bottom: number, panels: number, width: number): string {
  const step = 1080 / panels
  const line = (...numbers: number[]) => stroke(hand, at(...numbers), { ...lead, width })
  const diagonals = Array.from({ length: panels }, (_, panel) => {
    const left = 160 + panel * step
    return line(left, bottom, left + step / 2, top) + line(left + step / 2, top, left + step, bottom)
  })
  return (
    line(160, bottom, 1240, bottom) + line(160 + step / 2, top, 1240 - step / 2, top) + diagonals.join('')
  )
}

function byEye(hand: Hand): string {
  const shaky = { ...hand, shake: 0.9 }
  return [
    banks(shaky),
    truss(shaky, 430, 610, 5, 7),
    written(shaky, { text: 'triangles', x: 540, y: 130, size: 56, color: '#3d4450' }),
    label(shaky, 'popsicle sticks', [120, 290], [380, 440], 34),
    label(shaky, 'tape?', [1050, 290], [1010, 430], 34),
  ].join('')
}

function measured(hand: Hand, look: number): string {
  const calm = { ...hand, shake: 0.12 }
  const panels = 6 + (look % 2) * 2
  const step = 1080 / panels
  const arrow = (x: number, y: number, color: string) =>
    stroke(calm, at(x, y - 90, x, y), { color, width: 6 }) +
    stroke(calm, at(x - 14, y - 24, x, y, x + 14, y - 24), { color, width: 6 })
  const joints = Array.from({ length: panels + 1 }, (_, joint) =>
    stroke(calm, at(160 + joint * step, 610, 160.5 + joint * step, 610), { color: '#c4473d', width: 18 }),
  )
  return [
    banks(calm),
    truss(calm, 420, 610, panels, 8),
    truss(calm, 428, 602, panels, 2),
    ...joints,
    arrow(700, 600, '#c4473d'),
    arrow(700 - step, 600, '#c4473d'),
    arrow(700 + step, 600, '#c4473d'),
    stroke(calm, at(160, 700, 1240, 700), { color: '#3b6ea8', width: 3 }),
    stroke(calm, at(160, 680, 160, 720), { color: '#3b6ea8', width: 3 }),
    stroke(calm, at(1240, 680, 1240, 720), { color: '#3b6ea8', width: 3 }),
    written(calm, { text: `${panels * 9} cm`, x: 640, y: 720, size: 36, color: '#3b6ea8' }),
    written(calm, { text: 'Warren truss - 3 kg', x: 380, y: 70, size: 52, color: '#2d333d' }),
    label(calm, 'compression', [180, 300], [520, 415], 28),
    label(calm, 'tension', [880, 800], [860, 615], 28),
    label(calm, 'double corners', [960, 270], [160 + step * (panels - 1), 590], 28),
    written(calm, { text: 'each side 9 cm. glue dries 24 h.', x: 330, y: 940, size: 30, color: '#5a626e' }),
  ].join('')
}
