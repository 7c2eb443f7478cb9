import { writeFileSync } from 'node:fs'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { type FilmMade, fitted, streamOf, uprightSize } from './film.ts'
import type { Frame } from './film-binding.ts'
import { Encoder } from './film-coders.ts'
import { type FilmFilter, pictureFilter } from './film-filter.ts'
import { eachPacket } from './film-reading.ts'
import { lane, type Work } from './film-work.ts'

/** A picture that stands for the film: of a second's worth of frames the one most like the others. */
export function drawPoster({ binding, input, facts }: Work, to: string, side: number): FilmMade {
  const video = streamOf(facts, 'video')
  if (!video) throw new MediaRefusal('no_picture', 'There is no picture in it')
  const { stream, decoder } = lane(binding, input, video)
  const at = Math.min(1, (facts.seconds ?? 0) / 3)
  if (at > 0.2) input.seekFrameSync(-1, BigInt(Math.round(at * 1e6)), 1)
  const size = fitted(uprightSize(video), side)
  let filter: FilmFilter | undefined
  let drawn = false
  const keep = (frame: Frame) => {
    if (drawn) return
    drawn = true
    const rgb = 2
    const png = new Encoder(binding, 'png', (coder) => {
      Object.assign(coder, { width: frame.width, height: frame.height, pixelFormat: rgb })
      coder.timeBase = { num: 1, den: 1 }
    })
    png.take(frame, (packet) => packet.data && writeFileSync(to, packet.data))
    png.take(null, () => undefined)
  }
  const look = (frame: Frame) => {
    if (decoder.frames > 24) return
    const before = ['thumbnail=n=24']
    filter ??= pictureFilter(binding, frame, {
      timeBase: stream.timeBase,
      facts: video,
      size,
      before,
      pixels: 'rgb24',
    })
    filter.pass(frame, keep)
  }
  let packets = 0
  eachPacket(binding, input, new Set([video.index]), (packet) => {
    packets += 1
    decoder.take(packet, look)
    return drawn || packets > 600
  })
  decoder.take(null, look)
  filter?.pass(null, keep)
  if (!drawn) throw new MediaRefusal('no_picture', 'Not one picture in it can be read')
  return { seconds: facts.seconds ?? 0, frames: decoder.frames }
}
