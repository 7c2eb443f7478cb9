import { written } from './lettering.ts'
import { at, filled, type Hand, mirrored, oval, type Point, paper, scribble, stroke } from './pencil.ts'

const faces = [
  { skin: '#c98f63', hair: '#2c1d16', shirt: '#3f8f7a', long: true },
  { skin: '#f0c8a4', hair: '#c98b3a', shirt: '#c8453f', long: false },
  { skin: '#7b4a2d', hair: '#1c1411', shirt: '#e0b02f', long: false },
  { skin: '#e2ae83', hair: '#1f1a1c', shirt: '#7b5bb5', long: true },
  { skin: '#f3d3b8', hair: '#8a4b26', shirt: '#4b7fc4', long: true },
  { skin: '#a9714a', hair: '#3a241a', shirt: '#d9743c', long: false },
]
type Face = (typeof faces)[number]
const ink = { color: '#33302e', width: 6 }

/** A self-portrait in four attempts: head with legs, then a body, then a likeness, then light and shade. */
export function portrait(hand: Hand, attempt: number, look: number): string {
  const face = faces[look % faces.length] as Face
  return paper(([tadpole, figure, likeness, shaded][Math.min(attempt, 3)] ?? tadpole)(hand, face))
}

function tadpole(hand: Hand, face: Face): string {
  const shaky = { ...hand, shake: 2 }
  const line = { color: face.shirt, width: 11 }
  const rays = [0, 1, 2, 3, 4].map((ray) =>
    stroke(
      shaky,
      at(
        1150 + Math.cos(ray) * 110,
        150 + Math.sin(ray) * 100,
        1150 + Math.cos(ray) * 190,
        150 + Math.sin(ray) * 170,
      ),
      { color: '#efb52d', width: 10 },
    ),
  )
  return [
    stroke(shaky, oval(650, 420, 240, 220), { ...line, closed: true }),
    stroke(shaky, at(570, 380, 574, 390), { color: face.hair, width: 30 }),
    stroke(shaky, at(730, 370, 734, 385), { color: face.hair, width: 30 }),
    stroke(shaky, at(530, 480, 650, 560, 770, 470), line),
    stroke(shaky, at(570, 640, 550, 800, 560, 940, 480, 950), line),
    stroke(shaky, at(730, 640, 760, 810, 750, 930, 840, 940), line),
    stroke(shaky, at(420, 450, 270, 520, 190, 480), line),
    stroke(shaky, at(880, 450, 1000, 560, 1100, 540), line),
    ...[0, 1, 2, 3, 4, 5].map((hair) =>
      stroke(shaky, at(540 + hair * 45, 220, 520 + hair * 52, 110), { color: face.hair, width: 10 }),
    ),
    stroke(shaky, oval(1150, 150, 80), { color: '#efb52d', width: 10, closed: true }),
    ...rays,
  ].join('')
}

function figure(hand: Hand, face: Face): string {
  const shaky = { ...hand, shake: 1.1 }
  const leg = (x: number) =>
    filled(shaky, at(x, 730, x + 70, 730, x + 75, 930, x - 5, 930), { color: '#4a64a0', gap: 18 }, ink)
  return [
    ...Array.from({ length: 24 }, (_, blade) =>
      stroke(shaky, at(40 + blade * 58, 1000, 60 + blade * 58, 930), { color: '#5d9a45', width: 9 }),
    ),
    scribble(shaky, at(0, 0, 1400, 0, 1400, 90, 0, 80), { color: '#7ab6dd', gap: 26 }),
    leg(620),
    leg(720),
    filled(shaky, at(600, 500, 810, 500, 850, 745, 570, 745), { color: face.shirt, gap: 16, width: 12 }, ink),
    stroke(shaky, at(600, 540, 450, 640, 410, 700), { ...ink, width: 9 }),
    stroke(shaky, at(810, 540, 960, 620, 1000, 560), { ...ink, width: 9 }),
    ...[380, 405, 430].map((x) => stroke(shaky, at(410, 700, x, 750), ink)),
    ...[980, 1010, 1035].map((x) => stroke(shaky, at(1000, 560, x, 505), ink)),
    filled(shaky, oval(705, 340, 165, 160), { color: face.skin, gap: 15, width: 12 }, ink),
    scribble(shaky, at(540, 300, 580, 170, 705, 130, 840, 170, 880, 310, 705, 240), {
      color: face.hair,
      gap: 12,
      width: 11,
    }),
    face.long
      ? scribble(shaky, at(520, 280, 570, 280, 560, 520, 500, 520), { color: face.hair, gap: 12 })
      : '',
    face.long
      ? scribble(shaky, at(850, 280, 900, 280, 910, 520, 850, 520), { color: face.hair, gap: 12 })
      : '',
    stroke(shaky, at(640, 330, 643, 336), { ...ink, width: 22 }),
    stroke(shaky, at(765, 330, 768, 336), { ...ink, width: 22 }),
    stroke(shaky, at(630, 405, 705, 455, 780, 400), { color: '#b33b3b', width: 9 }),
    written(shaky, { text: 'Me', x: 1080, y: 860, size: 80, color: face.shirt }),
  ].join('')
}

const head = at(
  700,
  190,
  830,
  230,
  880,
  370,
  860,
  540,
  790,
  670,
  700,
  715,
  610,
  670,
  540,
  540,
  520,
  370,
  570,
  230,
)

function likeness(hand: Hand, face: Face): string {
  return bust({ ...hand, shake: 0.55 }, face, 11)
}

function shaded(hand: Hand, face: Face): string {
  const calm = { ...hand, shake: 0.18 }
  const shade = (shape: readonly Point[], angle: number, opacity: number) =>
    scribble(calm, shape, { color: '#5b3524', gap: 9, width: 4, angle, opacity })
  return [
    bust(calm, face, 6),
    shade(at(800, 260, 875, 380, 850, 550, 775, 670, 740, 690, 800, 540), -0.9, 0.4),
    shade(at(620, 660, 700, 705, 780, 660, 770, 760, 700, 800, 630, 760), 0.3, 0.45),
    shade(at(712, 430, 750, 530, 712, 545), -0.6, 0.4),
    ...[600, 800].map((x) =>
      stroke(calm, oval(x + 6, 425, 5), { color: '#ffffff', fill: '#ffffff', width: 2, closed: true }),
    ),
    ...Array.from({ length: 40 }, (_, hair) => {
      const x = 545 + hair * 8
      return stroke(calm, at(x, 330 - Math.sin(hair / 12.7) * 90, x + (700 - x) * 0.35, 160), {
        color: '#8b6f58',
        width: 2,
        opacity: 0.5,
      })
    }),
  ].join('')
}

function bust(hand: Hand, face: Face, gap: number): string {
  const eye = at(555, 425, 600, 402, 645, 425, 600, 445)
  const both = (draw: (mirror: (shape: readonly Point[]) => readonly Point[]) => string) =>
    draw((shape) => shape) + draw((shape) => mirrored(shape, 700))
  const hair = at(
    510,
    420,
    500,
    260,
    590,
    140,
    700,
    110,
    810,
    140,
    900,
    260,
    890,
    420,
    845,
    300,
    760,
    250,
    640,
    280,
    560,
    310,
  )
  const strands = at(515, 330, 470, 560, 480, 800, 590, 800, 560, 620, 540, 480)
  return [
    face.long
      ? both((put) => filled(hand, put(strands), { color: face.hair, gap, width: 8, angle: 1.4 }, ink))
      : '',
    filled(
      hand,
      at(300, 1050, 340, 880, 560, 800, 840, 800, 1060, 880, 1100, 1050),
      { color: face.shirt, gap, width: 9 },
      ink,
    ),
    filled(
      hand,
      at(625, 660, 775, 660, 790, 800, 700, 850, 610, 800),
      { color: face.skin, gap, width: 9 },
      ink,
    ),
    both((put) => filled(hand, put(oval(518, 450, 32, 58)), { color: face.skin, gap, width: 8 }, ink)),
    filled(hand, head, { color: face.skin, gap, width: 9, opacity: 0.9 }, ink),
    filled(hand, hair, { color: face.hair, gap, width: 8, angle: 1.2, opacity: 0.9 }, ink),
    both((put) => stroke(hand, put(eye), { ...ink, width: 5, fill: '#fffdf8', closed: true })),
    both((put) => stroke(hand, put(oval(600, 424, 19)), { color: '#3d2a1e', fill: '#3d2a1e', closed: true })),
    both((put) => stroke(hand, put(at(545, 375, 600, 350, 655, 370)), { color: face.hair, width: 10 })),
    stroke(hand, at(690, 420, 675, 530, 700, 548, 730, 530), { ...ink, width: 5 }),
    stroke(hand, at(625, 605, 665, 596, 700, 602, 735, 596, 775, 605, 700, 640), {
      color: '#9c4a42',
      width: 5,
      fill: '#c97b6f',
      closed: true,
    }),
    both((put) =>
      scribble(hand, put(oval(588, 545, 36, 26)), { color: '#d9776a', gap: 9, width: 6, opacity: 0.4 }),
    ),
  ].join('')
}
