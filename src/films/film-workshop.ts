import type { Answer } from '../workshop/workshop.ts'
import { type FilmFacts, type FilmMade, type FilmWish, type RecordingFile, streamOf } from './film.ts'
import type { Frame } from './film-binding.ts'
import { drawPoster } from './film-drawing.ts'
import { loadBinding } from './film-library.ts'
import { listenTo } from './film-listening.ts'
import { FilmMaking, layoutOf } from './film-making.ts'
import { eachPacket, factsOf, openRecording, secondsAt } from './film-reading.ts'
import { lane, type Work } from './film-work.ts'
import { wrapFilm } from './film-wrapping.ts'

type FilmTask = FilmWish & RecordingFile & { library: string }

export const answer: Answer<FilmTask, FilmFacts | FilmMade> = (task, tell) => {
  const binding = loadBinding(task.library)
  const input = openRecording(binding, task.path, task.reader)
  const facts = factsOf(binding, input)
  const work = { binding, input, facts, tell }
  if (task.do === 'look') return facts
  if (task.do === 'wrap') return wrapFilm(work, task.to, task.container)
  if (task.do === 'draw') return drawPoster(work, task.to, task.side)
  if (task.do === 'listen') return listenTo(work, task.to, task.rate)
  return encode(work, task.films, task.sound?.to)
}

function encode(
  { binding, input, facts, tell }: Work,
  films: { to: string; side: number }[],
  soundTo?: string,
): FilmMade {
  const [video, audio] = [films.length > 0 ? streamOf(facts, 'video') : undefined, streamOf(facts, 'audio')]
  const makings = [
    ...(video
      ? films.map(({ to, side }) => new FilmMaking(binding, to, { video, side, sound: audio !== undefined }))
      : []),
    ...(soundTo ? [new FilmMaking(binding, soundTo, { sound: true })] : []),
  ]
  const seen = video && lane(binding, input, video)
  const heard = audio && lane(binding, input, audio)
  let seconds = 0
  let layout = ''
  const look = (frame: Frame | null) => {
    if (seen) for (const making of makings) making.takePicture(frame, seen.stream.timeBase)
  }
  const hear = (frame: Frame | null) => {
    if (frame) layout = layoutOf(binding, frame)
    if (heard) for (const making of makings) making.takeSound(frame, heard.stream.timeBase, layout)
  }
  const wanted = new Set([seen?.stream.index, heard?.stream.index].flatMap((index) => index ?? []))
  eachPacket(binding, input, wanted, (packet) => {
    const isPicture = packet.streamIndex === seen?.stream.index
    const from = isPicture ? seen : heard
    if (!from) return
    seconds = Math.max(seconds, secondsAt(packet, from.stream) ?? 0)
    tell(seconds / (facts.seconds ?? seconds + 1))
    from.decoder.take(packet, isPicture ? look : hear)
  })
  seen?.decoder.take(null, look)
  heard?.decoder.take(null, hear)
  look(null)
  hear(null)
  for (const making of makings) making.close()
  return { seconds, frames: seen?.decoder.frames ?? 0 }
}
