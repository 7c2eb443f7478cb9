import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)')

const text = 4.5
const shape = 3
const surfaces = ['paper', 'paper-raised', 'paper-sunken']
const words = ['ink', 'stone', 'spruce', 'spruce-deep', 'lichen', 'dawn', 'lake', 'ember']
const washes = ['lichen', 'dawn', 'lake', 'ember', 'spruce']

const pairs: [front: string, back: string, least: number][] = [
  ...words.flatMap((word) => surfaces.map((surface) => [word, surface, text] as [string, string, number])),
  ...washes.flatMap((wash): [string, string, number][] => [
    [wash, `${wash}-wash`, text],
    ['ink', `${wash}-wash`, text],
    ['stone', `${wash}-wash`, text],
  ]),
  ...surfaces.map((surface) => ['stone-edge', surface, shape] as [string, string, number]),
  ['on-spruce', 'spruce', text],
  ['on-spruce', 'spruce-deep', text],
  ['on-ember', 'ember', text],
]

for (const [name, blocks] of [
  ['usual', [usual]],
  ['more contrast', [usual, more]],
] as const) {
  for (const [place, side] of ['light', 'dark'].entries()) {
    test.each(pairs)(`${name}, ${side}: %s on %s is at least %f`, (front, back, least) => {
      const colors = read(blocks, place)
      expect(contrast(colors.get(front), colors.get(back))).toBeGreaterThanOrEqual(least)
    })
  }
}

test('more contrast is more contrast', () => {
  for (const place of [0, 1]) {
    const before = read([usual], place)
    const after = read([usual, more], place)
    expect(contrast(after.get('ink'), after.get('paper'))).toBeGreaterThan(20)
    expect(contrast(after.get('stone'), after.get('paper'))).toBeGreaterThan(
      contrast(before.get('stone'), before.get('paper')),
    )
  }
})

function read(blocks: readonly string[], place: number): Map<string, string> {
  const found = new Map<string, string>()
  for (const block of blocks) {
    for (const match of block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
      found.set(match[1] ?? '', match[place + 2] ?? '')
    }
  }
  return found
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string | undefined): number {
  if (!color) throw new Error('A token is missing')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
