import { type Point, sheet, smooth } from './pencil.ts'
import { between, type Random } from './seeded.ts'

/** A shape filled with a color or a gradient's name, without an outline. */
export function solid(points: readonly Point[], fill: string, opacity = 1): string {
  return `<path d="${smooth(points, true)}" fill="${fill}" opacity="${opacity}"/>`
}

/** A shape with straight sides. */
export function sharpEdged(points: readonly Point[], fill: string, opacity = 1, edge = 'none'): string {
  return `<polygon points="${points.map((point) => point.join(',')).join(' ')}" fill="${fill}" opacity="${opacity}" stroke="${edge}" stroke-width="3"/>`
}

/** Colors from left to right (or top to bottom), to be used as `url(#name)`. */
export function gradient(name: string, colors: readonly string[], down = false): string {
  const stops = colors.map(
    (color, index) => `<stop offset="${index / (colors.length - 1)}" stop-color="${color}"/>`,
  )
  return `<linearGradient id="${name}" x2="${down ? 0 : 1}" y2="${down ? 1 : 0}">${stops.join('')}</linearGradient>`
}

/** A soft round of light or shade. */
export function glow(
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
  opacity = 1,
): string {
  const name = `glow${Math.round(x)}-${Math.round(y)}-${Math.round(width)}${color.slice(1)}`
  const stops = `<stop stop-color="${color}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${color}" stop-opacity="0"/>`
  return `<radialGradient id="${name}">${stops}</radialGradient><ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="url(#${name})"/>`
}

/** A table of boards against a wall; the wall ends at `edge`. */
export function room(random: Random, wall: readonly string[], wood: readonly string[], edge = 620): string {
  const { width, height } = sheet
  const boards = Array.from({ length: 7 }, (_, board) => {
    const [near, far] = [board * 290 - 320, 90 + board * 205]
    return `<path d="M${near} ${height}L${far} ${edge}" stroke="#000" opacity=".13" stroke-width="4"/>`
  })
  const streaks = Array.from({ length: 34 }, () => {
    const [x, y] = [between(random, 0, width), between(random, edge + 10, height)]
    return `<path d="M${x} ${y}q${between(random, 40, 160)} ${between(random, -6, 6)} ${between(random, 180, 420)} 0" stroke="#3a2413" opacity=".09" stroke-width="3" fill="none"/>`
  })
  const walls = gradient('wall', wall, true) + gradient('wood', wood, true)
  const planes = `<rect width="${width}" height="${edge}" fill="url(#wall)"/><rect y="${edge}" width="${width}" height="${height - edge}" fill="url(#wood)"/>`
  return (
    walls +
    planes +
    boards.join('') +
    streaks.join('') +
    `<rect y="${edge - 3}" width="${width}" height="8" fill="#000" opacity=".18"/>`
  )
}

export function scene(content: string): string {
  const { width, height } = sheet
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g stroke-linecap="round" stroke-linejoin="round">${content}</g></svg>`
}
