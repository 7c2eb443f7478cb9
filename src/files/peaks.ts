import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'

const mostPeaks = 400

/** How loud it is from beginning to end, in at most 400 steps from 0 to 100: enough to draw a recording by. */
export async function writePeaks(samples: string, to: string, seconds: number): Promise<void> {
  const fine: number[] = []
  let step = 32
  let [loudest, counted] = [0, 0]
  let odd: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(samples)) {
    const bytes = odd.length > 0 ? Buffer.concat([odd, chunk as Buffer]) : (chunk as Buffer)
    const even = bytes.length - (bytes.length % 2)
    odd = bytes.subarray(even)
    for (let at = 0; at < even; at += 2) {
      loudest = Math.max(loudest, Math.abs(bytes.readInt16LE(at)))
      if (++counted < step) continue
      fine.push(loudest)
      ;[loudest, counted] = [0, 0]
      // twice as long as fits: two steps become one
      if (fine.length === mostPeaks * 2) step = halve(fine, step)
    }
  }
  if (counted > 0) fine.push(loudest)
  if (fine.length > mostPeaks) halve(fine, step)
  const peaks = fine.map((peak) => Math.round((peak / 32_768) * 100))
  await writeFile(to, JSON.stringify({ seconds: Math.round(seconds * 1000) / 1000, peaks }))
}

function halve(fine: number[], step: number): number {
  const half = Math.ceil(fine.length / 2)
  for (let at = 0; at < half; at++) fine[at] = Math.max(fine[at * 2] ?? 0, fine[at * 2 + 1] ?? 0)
  fine.length = half
  return step * 2
}
