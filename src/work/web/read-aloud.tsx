import { Volume2 } from 'lucide-react'
import { useDeviceVoice, utteranceOf } from '../../platform/web/device-voice.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'

/** For those who do not read yet: says a sentence with the device's own voice, or is not there. */
export function ReadAloud({ text }: { text: string }) {
  const { say, locale } = useWords()
  const { voice } = useVoice()
  const speaker = useDeviceVoice(locale)
  if (voice !== 'early' || !speaker) return null
  const read = () => {
    speechSynthesis.cancel()
    speechSynthesis.speak(utteranceOf(text, speaker))
  }
  return (
    <Button look="plain" icon={Volume2} onClick={read}>
      {say('work.read-aloud')}
      <span className="unseen">: {text}</span>
    </Button>
  )
}
