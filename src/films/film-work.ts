import type { FilmFacts, StreamFacts } from './film.ts'
import type { Binding, FileContext, Stream } from './film-binding.ts'
import { Decoder } from './film-coders.ts'

/** One recording on the bench: opened, looked over, and somebody to tell how far it came. */
export type Work = { binding: Binding; input: FileContext; facts: FilmFacts; tell: (share: number) => void }

export function lane(binding: Binding, input: FileContext, facts: StreamFacts) {
  const stream = theStream(input, facts)
  return { stream, decoder: new Decoder(binding, stream) }
}

export function theStream(input: FileContext, { index }: StreamFacts): Stream {
  const stream = input.streams?.[index]
  if (!stream) throw new Error('the stream is gone')
  return stream
}
