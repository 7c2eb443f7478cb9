import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { looks } from '../collections/collection.ts'
import { lookColors } from './page-look.ts'

test.each(looks)('the look %s can be read by day and by night, from colors of the palette', (look) => {
  const palette = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
  for (const colors of Object.values(lookColors[look])) {
    for (const [front, back] of [
      ['ink', 'ground'],
      ['ink', 'surface'],
      ['quiet', 'ground'],
      ['quiet', 'surface'],
      ['own', 'ground'],
      ['own', 'surface'],
    ] as const) {
      expect([look, front, back, contrast(colors[front], colors[back]) >= 4.5]).toEqual([
        look,
        front,
        back,
        true,
      ])
    }
    for (const name of ['ground', 'surface', 'ink', 'quiet', 'own'] as const)
      expect(palette).toContain(colors[name])
  }
})

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
