import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'

/** How Cairn speaks and how large it is: kindergarten to 3, 4 to 7, 8 to 12 and adults. */
export type Voice = 'early' | 'middle' | 'older'

const VoiceContext = createContext<{ voice: Voice; setVoice: (voice: Voice) => void }>({
  voice: 'older',
  setVoice: () => {},
})

export function VoiceProvider({ children, initial = 'older' }: { children: ReactNode; initial?: Voice }) {
  const [voice, setVoice] = useState<Voice>(initial)
  useLayoutEffect(() => {
    document.documentElement.dataset['voice'] = voice
  }, [voice])
  const value = useMemo(() => ({ voice, setVoice }), [voice])
  return <VoiceContext value={value}>{children}</VoiceContext>
}

export function useVoice() {
  return useContext(VoiceContext)
}
