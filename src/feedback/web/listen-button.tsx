import { Square, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDeviceVoice, utteranceOf } from '../../platform/web/device-voice.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'

/** Reads words aloud with the device's own voice; where it has none, there is no button. */
export function ListenButton({ text }: { text: string }) {
  const { say, locale } = useWords()
  const speaker = useDeviceVoice(locale)
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [])
  if (!speaker) return null
  const stop = () => {
    speechSynthesis.cancel()
    setSpeaking(false)
  }
  const start = () => {
    speechSynthesis.cancel()
    const said = utteranceOf(text, speaker)
    said.onend = () => setSpeaking(false)
    said.onerror = () => setSpeaking(false)
    setSpeaking(true)
    speechSynthesis.speak(said)
  }
  return (
    <Button icon={speaking ? Square : Volume2} onClick={speaking ? stop : start}>
      {say(speaking ? 'feedback.stop-listening' : 'feedback.listen')}
    </Button>
  )
}
