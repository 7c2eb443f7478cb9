import { rate, wav } from './music.ts'
import { between, type Random } from './seeded.ts'

/** Somebody speaking behind a door: the rise and fall of a voice without words, so that nobody's voice is in the demo. */
export function murmur(random: Random, seconds: number, pitch: number): Buffer {
  const sound = new Float32Array(Math.ceil(seconds * rate))
  let phase = 0
  let from = 0.2
  while (from < seconds - 0.4) {
    const long = between(random, 0.12, 0.26)
    const height = pitch * between(random, 0.88, 1.16)
    const open = between(random, 450, 800)
    for (let index = 0; index < long * rate; index += 1) {
      const at = Math.floor(from * rate) + index
      phase += (2 * Math.PI * height) / rate
      const swell = Math.sin((Math.PI * index) / (long * rate))
      sound[at] = (sound[at] ?? 0) + 0.25 * swell * vowel(phase, height, open)
    }
    from += long + (random() < 0.14 ? between(random, 0.25, 0.6) : between(random, 0, 0.05))
  }
  return wav(sound)
}

/** Overtones, the louder the nearer they are to how the mouth is open. */
function vowel(phase: number, pitch: number, open: number): number {
  let value = 0
  for (let overtone = 1; overtone <= 8; overtone += 1)
    value += Math.sin(overtone * phase) / (1 + Math.abs(overtone * pitch - open) / 180)
  return value
}
