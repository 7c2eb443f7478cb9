import { between, type Random } from './seeded.ts'

export const rate = 22_050

/** Tunes of our own as notes: semitones above the lowest note, and beats. */
const tunes = [
  [
    [0, 1],
    [2, 1],
    [4, 1],
    [0, 1],
    [7, 1.5],
    [5, 0.5],
    [4, 2],
    [2, 1],
    [4, 1],
    [5, 1],
    [4, 0.5],
    [2, 0.5],
    [0, 2],
  ],
  [
    [7, 1],
    [4, 1],
    [5, 1],
    [2, 1],
    [4, 0.5],
    [5, 0.5],
    [7, 1],
    [9, 1],
    [7, 2],
    [5, 1],
    [4, 1],
    [2, 0.5],
    [4, 0.5],
    [0, 2],
  ],
  [
    [0, 0.5],
    [0, 0.5],
    [7, 1],
    [9, 0.5],
    [7, 0.5],
    [5, 1],
    [4, 0.5],
    [5, 0.5],
    [7, 1],
    [2, 1],
    [4, 1],
    [0, 2],
  ],
] as const

export type Instrument = 'recorder' | 'ukulele' | 'drum'

/** A tune in three attempts: stopping and wrong notes, slow and careful, in time and with feeling. */
export function played(random: Random, instrument: Instrument, attempt: number, tune: number): Buffer {
  const notes = tunes[tune % tunes.length] ?? tunes[0]
  const slips = [0.34, 0.08, 0][Math.min(attempt, 2)] ?? 0
  const beat = [0.72, 0.55, 0.42][Math.min(attempt, 2)] ?? 0.42
  const unsteady = [0.35, 0.09, 0.015][Math.min(attempt, 2)] ?? 0
  const sound = new Float32Array(Math.ceil(rate * 24))
  let second = 0.3
  for (const [pitch, beats] of attempt === 2 ? [...notes, ...notes] : notes) {
    const long = beats * beat * (1 + between(random, -unsteady, unsteady))
    if (random() < slips) {
      sing(sound, random, instrument, second, long * 0.5, pitch + (random() < 0.5 ? 1 : -2))
      second += long * 0.5 + between(random, 0.15, 0.6)
    }
    sing(sound, random, instrument, second, long, pitch)
    second += long
  }
  return wav(sound.subarray(0, Math.min(sound.length, Math.ceil((second + 0.8) * rate))))
}

function sing(
  sound: Float32Array,
  random: Random,
  by: Instrument,
  from: number,
  long: number,
  pitch: number,
): void {
  const start = Math.floor(from * rate)
  if (by === 'ukulele') return pluck(sound, random, start, 261.63 * 2 ** (pitch / 12))
  if (by === 'drum') return hit(sound, random, start, pitch)
  blow(sound, random, start, Math.floor(long * rate * 0.94), 523.25 * 2 ** (pitch / 12))
}

/** A recorder: a fundamental, weak overtones, breath. */
function blow(sound: Float32Array, random: Random, start: number, length: number, frequency: number): void {
  for (let index = 0; index < length && start + index < sound.length; index += 1) {
    const at = index / rate
    const swell = Math.min(1, at / 0.04, (length - index) / rate / 0.05)
    const phase = 2 * Math.PI * (frequency * at + 0.35 * Math.sin(2 * Math.PI * 5 * at) * Math.min(1, at))
    const tone = Math.sin(phase) + 0.16 * Math.sin(2 * phase) + 0.09 * Math.sin(3 * phase)
    sound[start + index] = (sound[start + index] ?? 0) + swell * (0.3 * tone + 0.025 * (random() - 0.5))
  }
}

/** A plucked string (Karplus and Strong): noise in a loop that loses its edge. */
function pluck(sound: Float32Array, random: Random, start: number, frequency: number): void {
  const string = Float32Array.from({ length: Math.round(rate / frequency) }, () => random() - 0.5)
  for (let index = 0; index < rate * 1.4 && start + index < sound.length; index += 1) {
    const place = index % string.length
    const value = string[place] ?? 0
    string[place] = 0.4975 * (value + (string[(place + 1) % string.length] ?? 0))
    sound[start + index] = (sound[start + index] ?? 0) + value * 0.75
  }
}

function hit(sound: Float32Array, random: Random, start: number, pitch: number): void {
  for (let index = 0; index < rate * 0.3 && start + index < sound.length; index += 1) {
    const at = index / rate
    const skin = Math.sin(2 * Math.PI * (90 + pitch * 6) * at * (1 - at * 0.6)) * Math.exp(-at * 14)
    sound[start + index] =
      (sound[start + index] ?? 0) + 0.6 * skin + 0.25 * (random() - 0.5) * Math.exp(-at * 60)
  }
}

/** Mono, 16 bit, with the 44 byte header every player understands. */
export function wav(sound: Float32Array): Buffer {
  const file = Buffer.alloc(44 + sound.length * 2)
  file.write('RIFF', 0, 'ascii')
  file.writeUInt32LE(36 + sound.length * 2, 4)
  file.write('WAVEfmt ', 8, 'ascii')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'ascii')
  file.writeUInt32LE(sound.length * 2, 40)
  sound.forEach((value, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_000), 44 + index * 2)
  })
  return file
}
