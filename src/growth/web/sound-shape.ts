/** How loud a recording is from beginning to end, drawn as bars, and how loud it is as a whole. */
export type SoundShape = { bars: readonly number[]; loudness: number }

/** A recording beyond this is not fetched a second time only to be drawn. */
export const heaviestDrawn = 24_000_000
const barCount = 120

/** How loud each stretch is, the loudest of all being 1; what is silent stays silent. */
export function shapeOf(samples: Float32Array): SoundShape {
  const perBar = Math.max(1, Math.floor(samples.length / barCount))
  const levels = Array.from({ length: Math.min(barCount, samples.length) }, (_, bar) =>
    loudnessOf(samples.subarray(bar * perBar, (bar + 1) * perBar)),
  )
  const loudest = Math.max(0.001, ...levels)
  return { bars: levels.map((level) => level / loudest), loudness: loudnessOf(samples) }
}

function loudnessOf(samples: Float32Array): number {
  if (samples.length === 0) return 0
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
}

/** How much the louder one is turned down so that both are equally loud; never one up, which would distort. */
export function evenVolume(own: SoundShape | undefined, other: SoundShape | undefined): number {
  if (!own || !other || own.loudness === 0 || other.loudness === 0) return 1
  return Math.min(1, other.loudness / own.loudness)
}

/** Decodes at telephone quality: enough to draw, and small in memory. */
export async function readShape(address: string, signal: AbortSignal): Promise<SoundShape> {
  const answer = await fetch(address, { signal, credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const ear = new OfflineAudioContext(1, 1, 8000)
  const sound = await ear.decodeAudioData(await answer.arrayBuffer())
  return shapeOf(sound.getChannelData(0))
}
