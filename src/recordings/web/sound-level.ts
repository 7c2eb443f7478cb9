import { loudnessOf } from '../recording.ts'

/** Listens along, so that whoever speaks sees that they are heard. Nothing of it is kept or sent. */
export type SoundLevel = { now: () => number; close: () => void }

export function listenTo(stream: MediaStream): SoundLevel {
  if (stream.getAudioTracks().length === 0) return { now: () => 0, close: () => {} }
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    now: () => {
      if (context.state === 'suspended') void context.resume()
      analyser.getFloatTimeDomainData(samples)
      return loudnessOf(samples)
    },
    close: () => void context.close(),
  }
}
