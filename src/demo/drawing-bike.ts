import { at, filled, type Hand, oval, paper, scribble, stroke } from './pencil.ts'

/** What a child of five wants, drawn: on a bike, with two wheels only. */
export function bike(hand: Hand): string {
  const shaky = { ...hand, shake: 1.4 }
  const frame = { color: '#c8453f', width: 14 }
  const ink = { color: '#33302e', width: 9 }
  const wheel = (x: number) => [
    stroke(shaky, oval(x, 720, 150), { ...ink, width: 12, closed: true }),
    ...[0, 1, 2].map((spoke) => {
      const [across, down] = [Math.cos(spoke * 1.05 + 0.3) * 130, Math.sin(spoke * 1.05 + 0.3) * 130]
      return stroke(shaky, at(x - across, 720 - down, x + across, 720 + down), { color: '#8a8f94', width: 5 })
    }),
  ]
  return paper(
    [
      scribble(shaky, at(0, 880, 1400, 870, 1400, 1040, 0, 1040), { color: '#7fb35a', gap: 26, width: 12 }),
      ...wheel(440),
      ...wheel(930),
      stroke(shaky, at(440, 720, 600, 500, 870, 500, 930, 720), frame),
      stroke(shaky, at(600, 500, 690, 720, 870, 500), frame),
      stroke(shaky, at(440, 720, 690, 720), frame),
      stroke(shaky, at(870, 500, 850, 400, 940, 380), { ...ink, width: 11 }),
      filled(shaky, oval(600, 480, 70, 26), { color: '#33302e', gap: 12, width: 9 }, ink),
      filled(
        shaky,
        at(560, 460, 560, 300, 690, 300, 690, 460),
        { color: '#4b7fc4', gap: 16, width: 11 },
        ink,
      ),
      stroke(shaky, at(670, 340, 790, 400, 860, 400), { color: '#7b4a2d', width: 18 }),
      stroke(shaky, at(640, 460, 740, 560, 690, 700, 760, 705), { color: '#2f3e63', width: 22 }),
      filled(shaky, oval(630, 200, 105, 100), { color: '#7b4a2d', gap: 14, width: 10 }, ink),
      stroke(shaky, at(575, 225, 630, 262, 690, 220), { ...ink, width: 8 }),
      stroke(shaky, at(592, 185, 596, 192), { ...ink, width: 20 }),
      stroke(shaky, at(664, 182, 668, 190), { ...ink, width: 20 }),
      filled(shaky, at(520, 170, 560, 80, 700, 80, 742, 165), { color: '#efb52d', gap: 14, width: 10 }, ink),
      stroke(shaky, oval(1200, 170, 80), { color: '#efb52d', width: 12, closed: true }),
      scribble(shaky, oval(1200, 170, 80), { color: '#efb52d', gap: 22, width: 12 }),
    ].join(''),
  )
}
