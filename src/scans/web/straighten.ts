import { fitHomography, type Homography } from './homography.ts'
import { distance, type Quad, type Raster } from './raster.ts'

/** As large as the page is on the photo, and no larger than `most` pixels on its longer side. */
export function sizeOfPage(corners: Quad, ratio: number | undefined, most: number) {
  const [a, b, c, d] = corners
  const across = Math.max(distance(a, b), distance(d, c))
  const down = Math.max(distance(a, d), distance(b, c))
  const seen = across / Math.max(down, 1)
  const shape = ratio ?? seen
  // neither direction is given fewer pixels than the photo has
  const width = shape >= seen ? down * shape : across
  const fit = Math.min(1, most / Math.max(width, width / shape))
  return {
    width: Math.max(1, Math.round(width * fit)),
    height: Math.max(1, Math.round((width / shape) * fit)),
  }
}

/** The page between these corners as if it lay flat under the camera; what is beyond the photo is white. */
export function straighten(photo: Raster, corners: Quad, size: { width: number; height: number }): Raster {
  const { width, height } = size
  const flat = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
  const way = fitHomography(flat, corners)
  const page = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) }
  if (!way) return page
  const samples = samplesFor(corners, size)
  const share = 1 / (samples * samples)
  const at = { u: 0, v: 0 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = (y * width + x) * 4
      const sum = [0, 0, 0]
      for (let look = 0; look < samples * samples; look += 1) {
        lookAt(
          way,
          x + ((look % samples) + 0.5) / samples,
          y + (Math.floor(look / samples) + 0.5) / samples,
          at,
        )
        for (let channel = 0; channel < 3; channel += 1)
          sum[channel] = (sum[channel] as number) + between(photo, at, channel)
      }
      for (let channel = 0; channel < 3; channel += 1)
        page.data[pixel + channel] = (sum[channel] as number) * share
    }
  }
  return page
}

/** Made much smaller, one look a pixel would miss thin lines. */
function samplesFor([a, b, , d]: Quad, { width, height }: { width: number; height: number }): number {
  return Math.min(4, Math.max(1, Math.round(Math.max(distance(a, b) / width, distance(a, d) / height))))
}

/** As `project`, without making a point for each of millions of pixels. */
function lookAt(way: Homography, x: number, y: number, at: { u: number; v: number }): void {
  const depth = (way[6] as number) * x + (way[7] as number) * y + 1
  at.u = ((way[0] as number) * x + (way[1] as number) * y + (way[2] as number)) / depth - 0.5
  at.v = ((way[3] as number) * x + (way[4] as number) * y + (way[5] as number)) / depth - 0.5
}

/** Between four pixels, by how near each is. */
function between(photo: Raster, { u, v }: { u: number; v: number }, channel: number): number {
  const { width, height, data } = photo
  if (u < -1 || v < -1 || u > width || v > height) return 255
  const left = Math.min(Math.max(Math.floor(u), 0), width - 1)
  const top = Math.min(Math.max(Math.floor(v), 0), height - 1)
  const right = Math.min(left + 1, width - 1)
  const above = top * width
  const below = Math.min(top + 1, height - 1) * width
  const s = Math.min(Math.max(u - left, 0), 1)
  const t = Math.min(Math.max(v - top, 0), 1)
  const high =
    (data[(above + left) * 4 + channel] as number) * (1 - s) +
    (data[(above + right) * 4 + channel] as number) * s
  const low =
    (data[(below + left) * 4 + channel] as number) * (1 - s) +
    (data[(below + right) * 4 + channel] as number) * s
  return high * (1 - t) + low * t
}
