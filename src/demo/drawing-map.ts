import { label, written } from './lettering.ts'
import { at, filled, type Hand, moved, paper, scribble, stroke } from './pencil.ts'
import { between } from './seeded.ts'

const ink = { color: '#38352f', width: 5 }

/** A map of the town in three attempts: my house and the road, then places, then a map with a key and north. */
export function townMap(hand: Hand, attempt: number, look: number): string {
  const roof = ['#c1493f', '#3f74b5', '#7c5aa6', '#c98a2b'][look % 4] ?? '#c1493f'
  return paper(([myHouse, places, surveyed][Math.min(attempt, 2)] ?? myHouse)(hand, roof))
}

function house(hand: Hand, x: number, y: number, scale: number, roof: string): string {
  const put = (...numbers: number[]) => moved(at(...numbers), x, y, scale)
  const corner = { ...ink, width: 4 }
  const straight = (...numbers: number[]) => {
    const points = put(...numbers)
    return points
      .map((from, index) => stroke(hand, [from, points[(index + 1) % points.length] ?? from], corner))
      .join('')
  }
  return [
    scribble(hand, put(-40, 0, 40, 0, 40, 60, -40, 60), { color: '#e6c98f', gap: 8, width: 7 }),
    scribble(hand, put(-55, 0, 0, -50, 55, 0), { color: roof, gap: 7, width: 7 }),
    straight(-40, 0, 40, 0, 40, 60, -40, 60),
    straight(-55, 0, 0, -50, 55, 0),
    straight(-10, 60, -10, 25, 14, 25, 14, 60),
  ].join('')
}

function myHouse(hand: Hand, roof: string): string {
  const shaky = { ...hand, shake: 1.4 }
  return [
    house(shaky, 360, 420, 3.4, roof),
    stroke(shaky, at(380, 640, 560, 760, 800, 720, 1050, 830, 1400, 800), {
      color: '#6e6b66',
      width: 46,
      opacity: 0.7,
    }),
    house(shaky, 1060, 560, 1.9, '#3f74b5'),
    scribble(shaky, at(0, 900, 1400, 930, 1400, 1050, 0, 1050), {
      color: '#5b9fd0',
      gap: 26,
      width: 12,
      angle: 0.05,
    }),
    tree(shaky, 760, 480, 2.4),
    written(shaky, { text: 'my hose', x: 210, y: 130, size: 70, color: roof }),
    written(shaky, { text: 'scool', x: 950, y: 350, size: 60, color: '#38352f' }),
  ].join('')
}

function tree(hand: Hand, x: number, y: number, scale: number): string {
  const put = (...numbers: number[]) => moved(at(...numbers), x, y, scale)
  return (
    stroke(hand, put(0, 40, 0, 80), { color: '#77502f', width: 9 * scale ** 0.5 }) +
    scribble(hand, put(-32, 48, 0, -45, 32, 48), { color: '#3f7d4a', gap: 8, width: 7, angle: 0.2 })
  )
}

const river = at(-20, 300, 220, 350, 420, 300, 640, 420, 820, 560, 1050, 560, 1220, 700, 1420, 720)

function places(hand: Hand, roof: string): string {
  const shaky = { ...hand, shake: 0.7 }
  const road = { color: '#8b8780', width: 26, opacity: 0.75 }
  return [
    stroke(shaky, river, { color: '#5b9fd0', width: 70, opacity: 0.75 }),
    stroke(shaky, at(100, 880, 500, 800, 900, 860, 1340, 900), road),
    stroke(shaky, at(520, 90, 560, 400, 540, 810), road),
    stroke(shaky, at(900, 860, 960, 600, 1000, 200), road),
    house(shaky, 300, 690, 1.3, roof),
    house(shaky, 740, 720, 1.7, '#3f74b5'),
    house(shaky, 1150, 340, 1.4, '#7c5aa6'),
    house(shaky, 380, 140, 1.3, '#c98a2b'),
    ...[120, 210, 150].map((x, index) => tree(shaky, x, 480 + index * 55, 1)),
    written(shaky, { text: 'home', x: 240, y: 560, size: 40, color: '#38352f' }),
    written(shaky, { text: 'school', x: 660, y: 600, size: 40, color: '#38352f' }),
    written(shaky, { text: 'store', x: 1090, y: 220, size: 40, color: '#38352f' }),
    written(shaky, { text: 'river', x: 60, y: 220, size: 44, color: '#2c6797' }),
  ].join('')
}

function surveyed(hand: Hand, roof: string): string {
  const calm = { ...hand, shake: 0.22 }
  const road = { color: '#b7ad9c', width: 22 }
  const trees = Array.from({ length: 22 }, () =>
    tree(calm, between(hand.random, 60, 460), between(hand.random, 470, 660), 0.55),
  )
  const homes = [
    [640, 720],
    [720, 720],
    [800, 724],
    [640, 930],
    [730, 935],
    [830, 935],
    [1080, 830],
  ] as const
  return [
    stroke(calm, river, { color: '#8fc0e0', width: 84 }),
    stroke(calm, river, { color: '#5b9fd0', width: 4, opacity: 0.8 }),
    filled(
      calm,
      at(1020, 170, 1160, 110, 1280, 180, 1250, 290, 1100, 300),
      { color: '#8fc0e0', gap: 7, width: 8 },
      { color: '#3a7cab', width: 4 },
    ),
    ...[
      at(60, 860, 500, 830, 900, 860, 1340, 900),
      at(540, 90, 560, 400, 545, 980),
      at(900, 860, 950, 600, 960, 120),
    ].map((path) => stroke(calm, path, road)),
    ...[at(60, 860, 500, 830, 900, 860, 1340, 900), at(545, 840, 545, 980)].map((path) =>
      stroke(calm, path, { color: '#ffffff', width: 3 }),
    ),
    ...trees,
    ...homes.map(([x, y]) => house(calm, x, y, 0.62, '#b88f6a')),
    house(calm, 420, 740, 0.95, roof),
    house(calm, 720, 300, 1.2, '#3f74b5'),
    house(calm, 320, 150, 0.9, '#7c5aa6'),
    ...[0, 1, 2, 3, 4, 5, 6].map((plank) =>
      stroke(calm, at(530 + plank * 7, 330, 530 + plank * 7, 410), { color: '#6b4b30', width: 4 }),
    ),
    stroke(calm, at(1040, 410, 1040, 650, 1044, 656, 1370, 658, 1376, 652, 1378, 410, 1372, 404, 1046, 404), {
      ...ink,
      closed: true,
      fill: '#fffdf6',
    }),
    ...[
      ['our home', roof],
      ['school', '#3f74b5'],
      ['library', '#7c5aa6'],
    ].map(
      ([text, color], row) =>
        house(calm, 1090, 455 + row * 65, 0.5, color ?? '') +
        written(calm, { text: text ?? '', x: 1140, y: 448 + row * 65, size: 28, color: '#38352f' }),
    ),
    label(calm, 'old bridge', [640, 470], [580, 405], 24),
    label(calm, 'beaver pond', [1120, 340], [1150, 290], 24),
    written(calm, { text: 'our town from above', x: 60, y: 40, size: 40, color: '#2f2a25' }),
    stroke(calm, at(1310, 140, 1310, 40, 1292, 72), ink),
    stroke(calm, at(1310, 40, 1328, 72), ink),
    written(calm, { text: 'N', x: 1297, y: 155, size: 38, color: '#38352f' }),
  ].join('')
}
