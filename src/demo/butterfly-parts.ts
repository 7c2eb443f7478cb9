import { at, filled, type Hand, mirrored, moved, oval, type Point, scribble, stroke } from './pencil.ts'

/** Which butterfly sat on the window sill: ground color, second color, border, spots. */
export const kinds = [
  { name: 'SWALLOWTAIL', ground: '#f2c230', second: '#e9a21c', border: '#26221f', spot: '#3f6fc4' },
  { name: 'MONARCH', ground: '#e8752a', second: '#f09a3e', border: '#2a1d18', spot: '#fdf3df' },
  { name: 'MORPHO', ground: '#2f7fd1', second: '#5bb0ea', border: '#1b2440', spot: '#e9f3fb' },
  { name: 'MOURNING CLOAK', ground: '#6b3a2e', second: '#8a5140', border: '#d9b45a', spot: '#4a74c9' },
  { name: 'CABBAGE WHITE', ground: '#dfe3c6', second: '#c5d59d', border: '#4c5142', spot: '#3a3d36' },
]

export type Kind = (typeof kinds)[number]

export const center: Point = [700, 540]
const foreWing = at(
  -18,
  -60,
  -90,
  -190,
  -250,
  -330,
  -430,
  -390,
  -470,
  -300,
  -420,
  -150,
  -330,
  -20,
  -150,
  0,
  -18,
  -10,
)
const hindWing = at(
  -18,
  5,
  -150,
  10,
  -310,
  20,
  -370,
  130,
  -330,
  260,
  -250,
  310,
  -215,
  400,
  -185,
  310,
  -90,
  210,
  -22,
  90,
)

/** Four wings with border, veins and spots; `bold` widens the lines. */
export function wings(hand: Hand, kind: Kind, bold: number): string {
  return [false, true]
    .map((mirror) => {
      const put = (shape: readonly Point[]) =>
        mirror ? mirrored(moved(shape, ...center), 700) : moved(shape, ...center)
      const lean = mirror ? 1 : -1
      const ink = { color: kind.border, width: 8 * bold }
      const vein = (...numbers: number[]) =>
        stroke(hand, put(at(...numbers)), { color: kind.border, width: 4 * bold, opacity: 0.85 })
      const edge = [
        at(-425, -345),
        at(-430, -285),
        at(-400, -215),
        at(-370, -140),
        at(-335, -75),
        at(-335, 110),
        at(-318, 195),
        at(-280, 250),
      ]
      return [
        filled(
          hand,
          put(hindWing),
          { color: kind.ground, gap: 7, width: 8, angle: lean * 0.5, opacity: 0.8 },
          ink,
        ),
        scribble(hand, put(oval(-190, 120, 110, 90)), {
          color: kind.second,
          gap: 9,
          width: 6,
          angle: lean * 0.9,
        }),
        filled(
          hand,
          put(foreWing),
          { color: kind.ground, gap: 7, width: 8, angle: lean * 0.9, opacity: 0.85 },
          ink,
        ),
        scribble(hand, put(at(-70, -80, -260, -300, -330, -250, -200, -60)), {
          color: kind.second,
          gap: 9,
          width: 6,
          opacity: 0.7,
        }),
        vein(-30, -45, -200, -190, -415, -365),
        vein(-30, -40, -230, -140, -445, -270),
        vein(-30, -30, -220, -80, -395, -150),
        vein(-30, -20, -180, -40, -320, -40),
        vein(-30, 20, -180, 80, -350, 120),
        vein(-30, 25, -150, 140, -310, 250),
        vein(-30, 30, -110, 160, -205, 320),
        stroke(hand, put(at(-415, -370, -430, -280, -385, -150, -310, -40)), {
          color: kind.border,
          width: 34,
          opacity: 0.95,
        }),
        stroke(hand, put(at(-345, 90, -325, 200, -265, 275)), {
          color: kind.border,
          width: 32,
          opacity: 0.95,
        }),
        ...edge.map(([spot]) =>
          spot
            ? stroke(hand, put(oval(spot[0], spot[1], 9, 7, 6)), {
                color: kind.ground,
                width: 4,
                fill: '#fff3c9',
                closed: true,
              })
            : '',
        ),
        ...[oval(-255, 215, 26, 22), oval(-290, 150, 20, 18)].map((spot) =>
          filled(
            hand,
            put(spot),
            { color: kind.spot, gap: 6, width: 6, opacity: 1 },
            { color: kind.border, width: 4 },
          ),
        ),
      ].join('')
    })
    .join('')
}

export function body(hand: Hand, color: string, half: number): string {
  const shape = at(
    700,
    425,
    700 + half,
    470,
    700 + half * 0.9,
    590,
    700 + half * 0.5,
    740,
    700,
    790,
    700 - half * 0.5,
    740,
    700 - half * 0.9,
    590,
    700 - half,
    470,
  )
  return (
    stroke(hand, shape, { color, fill: color, closed: true }) +
    stroke(hand, oval(700, 410, half, half * 0.85), { color, fill: color, closed: true })
  )
}

export function feelers(hand: Hand, color: string): string {
  const left = at(692, 390, 650, 290, 590, 225)
  return [left, mirrored(left, 700)]
    .map(
      (line) =>
        stroke(hand, line, { color, width: 5 }) +
        stroke(hand, oval(line[2]?.[0] ?? 0, line[2]?.[1] ?? 0, 8, 7, 6), {
          color,
          fill: color,
          closed: true,
        }),
    )
    .join('')
}
