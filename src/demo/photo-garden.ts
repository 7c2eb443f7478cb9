import type { Hand, Point } from './pencil.ts'
import { glow, gradient, scene, sharpEdged, solid } from './scene.ts'
import { between, pick } from './seeded.ts'

/** A raised bed through a season, in four visits: bare soil, shoots, leaves, harvest. */
export function gardenPhoto(hand: Hand, visit: number, look: number): string {
  const { random } = hand
  const front: Point[] = [
    [120, 800],
    [1280, 800],
    [1330, 960],
    [70, 960],
  ]
  const soil: Point[] = [
    [280, 520],
    [1120, 520],
    [1280, 800],
    [120, 800],
  ]
  const grass = Array.from({ length: 420 }, () => {
    const [x, y] = [between(random, 0, 1400), between(random, 430, 1050)]
    return `<path d="M${x} ${y}q${between(random, -6, 6)} -14 ${between(random, -10, 10)} -${between(random, 16, 36)}" stroke="${pick(random, ['#4d7a3a', '#5f8f45', '#3f6a34', '#7fa256'])}" stroke-width="4" fill="none"/>`
  })
  const clods = Array.from({ length: 150 }, () => {
    const [u, v] = [random(), random()]
    const [x, y] = [280 - 160 * v + u * (840 + 320 * v), 530 + v * 260]
    return `<ellipse cx="${x}" cy="${y}" rx="${between(random, 6, 22)}" ry="${between(random, 4, 11)}" fill="${pick(random, ['#2b1c12', '#5a3f2b', '#46301f'])}" opacity=".7"/>`
  })
  const plants = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 7 }, (_, place) => {
      const v = 0.2 + row * 0.33
      const [x, y] = [330 - 160 * v + (place / 6) * (740 + 320 * v) + between(random, -14, 14), 530 + v * 260]
      return plant(hand, x, y, visit, (0.7 + v * 0.6) * between(random, 0.75, 1.2), row + look)
    }),
  )
  return scene(
    [
      gradient('sky', ['#9fc4de', '#dfe9e6'], true),
      gradient('meadow', ['#7c9c5a', '#55803f'], true),
      '<rect width="1400" height="450" fill="url(#sky)"/><rect y="420" width="1400" height="630" fill="url(#meadow)"/>',
      solid(
        [
          [-50, 430],
          [200, 300],
          [480, 380],
          [760, 260],
          [1100, 370],
          [1450, 290],
          [1450, 460],
          [-50, 460],
        ],
        '#5b7a72',
        0.8,
      ),
      ...Array.from({ length: 16 }, (_, tree) =>
        sharpEdged(
          [
            [tree * 95 - 40, 440],
            [tree * 95, 300 + between(random, -60, 40)],
            [tree * 95 + 40, 440],
          ],
          '#37564a',
          0.9,
        ),
      ),
      ...grass,
      glow(700, 965, 720, 60, '#0f1a0a', 0.6),
      sharpEdged(soil, '#3d2819'),
      ...clods,
      ...plants,
      sharpEdged(front, '#a67c4e', 1, '#6b4b2c'),
      '<path d="M95 880H1305" stroke="#6b4b2c" stroke-width="5"/>',
      ...[160, 700, 1240].map((x) =>
        sharpEdged(
          [
            [x - 22, 790],
            [x + 22, 790],
            [x + 24, 975],
            [x - 24, 975],
          ],
          '#8a6238',
        ),
      ),
      sign(look),
    ].join(''),
  )
}

function plant(hand: Hand, x: number, y: number, visit: number, size: number, kind: number): string {
  if (visit === 0) return `<ellipse cx="${x}" cy="${y}" rx="26" ry="9" fill="#20140c" opacity=".6"/>`
  const leaves = visit === 1 ? 2 : visit === 2 ? 7 : 11
  const reach = (visit === 1 ? 24 : visit === 2 ? 62 : 96) * size
  const greens = [
    ['#6fae3d', '#8cc653'],
    ['#3f8a4a', '#5daa5c'],
    ['#4f9a3a', '#9ccc55'],
  ][kind % 3] ?? ['#6fae3d']
  const blades = Array.from({ length: leaves }, (_, leaf) => {
    const angle = -Math.PI * (0.12 + (0.76 * (leaf + 0.5)) / leaves) + between(hand.random, -0.12, 0.12)
    const [tipX, tipY] = [
      x + Math.cos(angle) * reach,
      y + Math.sin(angle) * reach * between(hand.random, 0.8, 1.25),
    ]
    const [sideX, sideY] = [Math.sin(angle) * reach * 0.26, -Math.cos(angle) * reach * 0.26]
    const [midX, midY] = [(x + tipX) / 2, (y + tipY) / 2]
    return solid(
      [
        [x, y],
        [midX + sideX, midY + sideY],
        [tipX, tipY],
        [midX - sideX, midY - sideY],
      ],
      pick(hand.random, greens),
    )
  })
  const fruit =
    visit < 3
      ? ''
      : [0, 1, 2]
          .map(
            (one) =>
              `<circle cx="${x + (one - 1) * 30 * size}" cy="${y - 26 * size - one * 12}" r="${15 * size}" fill="${['#d2412f', '#e8933a', '#f0cf47'][kind % 3]}"/><circle cx="${x + (one - 1) * 30 * size - 4}" cy="${y - 30 * size - one * 12}" r="4" fill="#fff" opacity=".7"/>`,
          )
          .join('')
  return `<ellipse cx="${x + 12}" cy="${y + 6}" rx="${reach * 0.7}" ry="${reach * 0.18 + 4}" fill="#130c06" opacity=".5"/>${blades.join('')}${fruit}`
}

function sign(look: number): string {
  const paint = ['#c8453f', '#3f74b5', '#e0a52f'][look % 3] ?? '#c8453f'
  return `<path d="M210 800V640" stroke="#7a5836" stroke-width="16"/>${sharpEdged(
    [
      [130, 560],
      [300, 552],
      [304, 650],
      [134, 656],
    ],
    '#e9d9b4',
    1,
    '#7a5836',
  )}<circle cx="182" cy="604" r="24" fill="${paint}"/><path d="M222 590h56M222 614h44" stroke="#4a3b2a" stroke-width="7"/>`
}
