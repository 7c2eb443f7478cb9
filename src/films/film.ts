/** What a recording is made of, as far as anybody needs to know to show it. Pure facts and choices. */
export type FilmFacts = {
  seconds?: number | undefined
  streams: StreamFacts[]
}

export type StreamFacts = {
  index: number
  kind: 'video' | 'audio' | 'other'
  codec: string
  /** as it lies in the file; turned by a quarter when shown, if `turn` is 90 or 270 */
  width: number
  height: number
  turn: 0 | 90 | 180 | 270
  pixels: string
  frameRate: number
  bitsPerSecond: number
  /** a cover picture, not a film */
  still: boolean
}

/** Where it lies, and the one reader that may open it. */
export type RecordingFile = { path: string; reader: string }

/** What may be asked of FFmpeg. */
export type FilmWish =
  | { do: 'look' }
  | { do: 'wrap'; to: string; container: 'mp4' | 'webm' }
  | { do: 'encode'; films: { to: string; side: number }[]; sound?: { to: string } }
  | { do: 'draw'; to: string; side: number }
  | { do: 'listen'; to: string; rate: number }

/** What turned out while making it: how long it really is, and whether there was anything to see. */
export type FilmMade = { seconds: number; frames: number }

/** Where the sides of a shown picture lie, in even numbers, its shorter side at most `side`. */
export type Frame = { width: number; height: number }

export const streamOf = (facts: FilmFacts, kind: 'video' | 'audio') =>
  facts.streams.find((stream) => stream.kind === kind && !stream.still)

export function uprightSize({ width, height, turn }: StreamFacts): Frame {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

export function fitted(frame: Frame, side: number): Frame {
  const shrink = Math.min(1, side / Math.min(frame.width, frame.height))
  const even = (length: number) => Math.max(2, Math.round((length * shrink) / 2) * 2)
  return { width: even(frame.width), height: even(frame.height) }
}

const largestSide = 1080
const densest = 12_000_000

/**
 * A film every browser plays is only wrapped anew; anything else, and what would choke a school's line, is
 * encoded. WebM stays WebM: its smaller copies are MP4, for the browsers that do not know it.
 */
export function wrapperFor(facts: FilmFacts): 'mp4' | 'webm' | undefined {
  const video = streamOf(facts, 'video')
  const audio = streamOf(facts, 'audio')
  if (!video || Math.min(video.width, video.height) > largestSide || video.bitsPerSecond > densest)
    return undefined
  const plain = /^yuvj?420p$/.test(video.pixels)
  if (video.codec === 'h264' && plain && isOneOf(audio, ['aac', 'mp3'])) return 'mp4'
  if (/^vp[89]$/.test(video.codec) && plain && isOneOf(audio, ['opus', 'vorbis'])) return 'webm'
  return undefined
}

const isOneOf = (stream: StreamFacts | undefined, codecs: string[]) =>
  !stream || codecs.includes(stream.codec)

/** Sound that every browser plays as it is. */
export const playsEverywhere = (facts: FilmFacts, type: string): boolean =>
  /^audio\/(mpeg|mp4|aac|wav)/.test(type) &&
  isOneOf(streamOf(facts, 'audio'), ['aac', 'mp3', 'pcm_s16le', 'pcm_u8'])

export type FilmSize = { name: 'full' | 'medium' | 'low'; side: number }

/** The sizes worth making. The longer a film, the fewer: an hour of encoding must not hold up a school. */
export function sizesFor(facts: FilmFacts, wrapped: boolean): FilmSize[] {
  const video = streamOf(facts, 'video')
  if (!video) return []
  const side = Math.min(video.width, video.height)
  const minutes = (facts.seconds ?? 0) / 60
  const full: FilmSize[] = wrapped ? [] : [{ name: 'full', side: minutes > 40 ? 720 : largestSide }]
  const lower: FilmSize[] = [
    { name: 'medium', side: 720 },
    { name: 'low', side: 480 },
  ]
  const most = minutes > 90 ? 0 : minutes > 20 ? 1 : 2
  const smaller = lower.filter((size) => size.side < Math.min(side, full[0]?.side ?? side))
  // a WebM has at least one copy for browsers that cannot play it
  const needed = wrapped && video.codec !== 'h264' && smaller.length === 0
  const picked = needed ? [{ name: 'low' as const, side: 480 }] : smaller.slice(smaller.length - most)
  return [...full, ...picked]
}

/** Time enough for a slow machine, and an end for what would never end. */
export const secondsToEncode = (facts: FilmFacts): number =>
  Math.min(4 * 3600, 600 + 8 * (facts.seconds ?? 600))
