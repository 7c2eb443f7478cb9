import { useLayoutEffect } from 'react'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { type Look, lookHere, showLook } from './look.ts'
import type { Me } from './me.tsx'

/** How this person likes Cairn to speak and look goes before what the device was set to. */
export function useOwnPreference({ voice: own, preference, handover }: Me) {
  // in the hands of a class it speaks to children
  const voice = handover ? 'early' : own
  const { setVoice } = useVoice()
  const { locale, setLocale } = useWords()
  useLayoutEffect(() => setVoice(voice), [voice, setVoice])
  useLayoutEffect(() => {
    if (preference.locale && preference.locale !== locale) setLocale(preference.locale)
    // Only when the answer changes: switching the language on the page must not be undone at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [preference.locale])
  useLayoutEffect(() => {
    const look: Look = preference.appearance ?? 'system'
    if (look !== lookHere()) showLook(look)
  }, [preference.appearance])
}
