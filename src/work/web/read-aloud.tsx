import { Volume2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'

/** For those who do not read yet: says a sentence with the device's own voice, or is not there. */
export function ReadAloud({ text }: { text: string }) {
  const { say, locale } = useWords()
  const { voice } = useVoice()
  const speaker = useSyncExternalStore(watchSpeakers, () => speakerOf(locale))
  if (voice !== 'early' || !speaker) return null
  const read = () => {
    speechSynthesis.cancel()
    const sentence = new SpeechSynthesisUtterance(text)
    sentence.voice = speaker
    sentence.lang = speaker.lang
    sentence.rate = 0.9
    speechSynthesis.speak(sentence)
  }
  return (
    <Button look="plain" icon={Volume2} onClick={read}>
      {say('work.read-aloud')}
      <span className="unseen">: {text}</span>
    </Button>
  )
}

/** Voices of the device only: others would send the child's words away. */
function speakerOf(locale: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith(locale))
}

function watchSpeakers(changed: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => {}
  speechSynthesis.addEventListener?.('voiceschanged', changed)
  return () => speechSynthesis.removeEventListener?.('voiceschanged', changed)
}
