import { useSyncExternalStore } from 'react'

/** A voice of this device for a language, or none: other voices would send a child's words away to be spoken. */
export function useDeviceVoice(locale: string): SpeechSynthesisVoice | undefined {
  return useSyncExternalStore(watchVoices, () => voiceFor(locale))
}

/** What is to be spoken, slowly, by that voice. */
export function utteranceOf(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const sentence = new SpeechSynthesisUtterance(text)
  sentence.voice = voice
  sentence.lang = voice.lang
  sentence.rate = 0.9
  return sentence
}

function voiceFor(locale: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith(locale))
}

function watchVoices(changed: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => {}
  speechSynthesis.addEventListener?.('voiceschanged', changed)
  return () => speechSynthesis.removeEventListener?.('voiceschanged', changed)
}
