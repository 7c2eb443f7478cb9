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

/** The voice a grade is spoken to in; `grade` as rosters write it ("KG", "03", "11"). */
export function voiceOfGrade(grade: string | null | undefined): Voice {
  if (!grade) return 'older'
  const year = Number.parseInt(grade, 10)
  if (Number.isNaN(year)) return /^(k|pk|pr|ey)/i.test(grade) ? 'early' : 'older'
  if (year <= 3) return 'early'
  return year <= 7 ? 'middle' : 'older'
}
