import { MediaRefusal } from '../workshop/media-refusal.ts'
import { type FilmMade, type StreamFacts, streamOf } from './film.ts'
import type { Binding, Packet, Stream } from './film-binding.ts'
import { FilmOutput } from './film-output.ts'
import { eachPacket, secondsAt } from './film-reading.ts'
import { theStream, type Work } from './film-work.ts'

/** What stands in the picture's own stream beside the picture: a camera's words about itself. */
const sideWords: Record<string, string> = { h264: '6', hevc: '39|40' }

/** The same picture and sound in a new wrapper, without anything that was written about them. */
export function wrapFilm(
  { binding, input, facts, tell }: Work,
  to: string,
  container: 'mp4' | 'webm',
): FilmMade {
  const tracks = [streamOf(facts, 'video'), streamOf(facts, 'audio')].flatMap((found) => found ?? [])
  const output = new FilmOutput(binding, to, container)
  const lanes = new Map(
    tracks.map((track) => {
      const stream = theStream(input, track)
      const strain = strainer(binding, stream, track)
      return [track.index, { stream, strain, to: output.addStream(stream.codecpar, stream.timeBase) }]
    }),
  )
  output.open()
  let [seconds, frames] = [0, 0]
  eachPacket(binding, input, new Set(lanes.keys()), (packet) => {
    const lane = lanes.get(packet.streamIndex)
    if (!lane) return
    const at = secondsAt(packet, lane.stream)
    seconds = Math.max(seconds, at ?? 0)
    if (packet.streamIndex === tracks[0]?.index) frames += 1
    tell(seconds / (facts.seconds ?? seconds + 1))
    lane.strain(packet, (clean) => output.write(clean, lane.to, lane.stream.timeBase))
  })
  output.close()
  return { seconds, frames }
}

function strainer(binding: Binding, stream: Stream, { codec }: StreamFacts) {
  type Step = (packet: Packet) => void
  const unwanted = sideWords[codec]
  const filter = unwanted && binding.BitStreamFilter.getByName('filter_units')
  if (!filter) return (packet: Packet, step: Step) => step(packet)
  const strain = new binding.BitStreamFilterContext()
  strain.alloc(filter)
  if (strain.inputCodecParameters) stream.codecpar.copy(strain.inputCodecParameters)
  strain.inputTimeBase = stream.timeBase
  binding.Option.set(strain, 'remove_types', unwanted, 1)
  if (strain.init() < 0) throw new MediaRefusal('cannot_clean', 'The picture cannot be taken apart')
  return (packet: Packet, step: Step) => {
    if (strain.sendPacketSync(packet) < 0) return
    while (strain.receivePacketSync(packet) >= 0) step(packet)
  }
}
