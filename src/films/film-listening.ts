import { closeSync, openSync, writeSync } from 'node:fs'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { type FilmMade, streamOf } from './film.ts'
import type { Frame } from './film-binding.ts'
import { type FilmFilter, soundFilter } from './film-filter.ts'
import { layoutOf } from './film-making.ts'
import { eachPacket, secondsAt } from './film-reading.ts'
import { lane, type Work } from './film-work.ts'

/** The sound as bare numbers, one voice: their count is how long it really is. */
export function listenTo({ binding, input, facts, tell }: Work, to: string, rate: number): FilmMade {
  const audio = streamOf(facts, 'audio')
  if (!audio) throw new MediaRefusal('unreadable', 'There is no sound in it')
  const { stream, decoder } = lane(binding, input, audio)
  const file = openSync(to, 'w')
  let filter: FilmFilter | undefined
  let samples = 0
  const keep = (frame: Frame) => {
    const bytes = frame.data?.[0]
    if (!bytes) return
    samples += frame.nbSamples
    writeSync(file, bytes, 0, frame.nbSamples * 2)
  }
  let shape = ''
  const hear = (frame: Frame) => {
    const layout = layoutOf(binding, frame)
    if (shape !== `${layout} ${frame.sampleRate}`) filter?.pass(null, keep)
    if (shape !== `${layout} ${frame.sampleRate}`) filter = undefined
    shape = `${layout} ${frame.sampleRate}`
    const wanted = `aresample=${rate},aformat=sample_fmts=s16:channel_layouts=mono`
    filter ??= soundFilter(binding, frame, layout, stream.timeBase, wanted)
    filter.pass(frame, keep)
  }
  eachPacket(binding, input, new Set([audio.index]), (packet) => {
    tell((secondsAt(packet, stream) ?? 0) / (facts.seconds ?? 3600))
    decoder.take(packet, hear)
  })
  decoder.take(null, hear)
  filter?.pass(null, keep)
  closeSync(file)
  if (samples === 0) throw new MediaRefusal('unreadable', 'Not one sound in it can be read')
  return { seconds: samples / rate, frames: 0 }
}
