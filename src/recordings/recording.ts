/**
 * What a microphone or camera is hearing or seeing, from its first second until it is a file. It belongs to
 * whoever records it; until it is handed over, it stands on their device and nowhere else.
 */
export const recordingKinds = ['audio', 'video'] as const
export type RecordingKind = (typeof recordingKinds)[number]

/** Voice and instruments stay clear; a minute weighs about 1 MB. A minute of video weighs about 20 MB. */
export const bitsPerSecond = { audio: 128_000, video: 2_500_000 } as const

/** How often what was recorded is written down: what a crash can take is about this long. */
export const secondsKept = 1

/** How long what a closed page left behind is offered again, in days. */
export const keptDays = 30

/**
 * Best first. MP4 plays on every phone and tablet, WebM everywhere but old Apple devices; what follows `codecs`
 * keeps a browser from saying yes to a mixture nobody else can play.
 */
const types: Record<RecordingKind, readonly string[]> = {
  audio: ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg', 'audio/mp4'],
  video: [
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/mp4;codecs=avc1,mp4a.40.2',
    'video/webm;codecs=vp8,opus',
    'video/webm;codecs=vp9,opus',
    'video/webm',
    'video/mp4',
  ],
}

export function chooseType(kind: RecordingKind, isSupported: (type: string) => boolean): string | undefined {
  return types[kind].find(isSupported)
}

const endings: Record<string, string> = {
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
}

/** "My voice 2026-11-24 10.32.webm": a name every computer can keep. */
export function nameRecording(words: string, type: string, startedAt: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [startedAt.getFullYear(), two(startedAt.getMonth() + 1), two(startedAt.getDate())].join('-')
  const time = `${two(startedAt.getHours())}.${two(startedAt.getMinutes())}`
  return `${words} ${day} ${time}.${endings[plainType(type)] ?? 'webm'}`
}

/** `audio/webm` of `audio/webm;codecs=opus`. */
export function plainType(type: string): string {
  return type.split(';', 1)[0] ?? type
}

/** What is known of how fast a recording grows. */
export type Growth = { kind: RecordingKind; seconds: number; bytes: number; mostBytes: number }

/** How long one may go on before the file is full: by what was asked for at first, then by what really came. */
export function secondsLeft({ kind, seconds, bytes, mostBytes }: Growth): number {
  const asked = (bitsPerSecond[kind] + (kind === 'video' ? bitsPerSecond.audio : 0)) / 8
  const rate = seconds > 5 && bytes > 0 ? Math.max(bytes / seconds, asked / 20) : asked
  return Math.max(0, Math.floor((mostBytes - bytes) / rate))
}

/** Room for what is still on its way when the limit is reached. */
export function isFull(growth: Growth): boolean {
  return secondsLeft(growth) <= 3 * secondsKept
}

/** "1:02:03", "0:07". */
export function sayClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** From where to where a recording is kept, in seconds. */
export type Ends = { start: number; end: number }

/** A cut always leaves something, however the two ends are pushed. */
export const shortestCut = 0.5

export function moveEnd(ends: Ends, which: keyof Ends, to: number, duration: number): Ends {
  const least = Math.min(shortestCut, duration)
  if (which === 'start') return { ...ends, start: clamp(to, 0, ends.end - least) }
  return { ...ends, end: clamp(to, ends.start + least, duration) }
}

/** Whether anything is really cut off: a slider pushed and pulled back leaves the recording as it was. */
export function isCut({ start, end }: Ends, duration: number): boolean {
  return start > 0.05 || end < duration - 0.05
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), Math.max(least, most))
}

/** How loud a moment is, from 0 to 1, as an ear would say: quiet speech is about the middle. */
export function loudnessOf(samples: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < samples.length; at += 1) sum += (samples[at] ?? 0) ** 2
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-9)
  return clamp((decibels + 60) / 60, 0, 1)
}
