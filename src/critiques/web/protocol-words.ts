import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { type InBoth, type Protocol, protocolOf, type Step } from '../protocol.ts'

/** A protocol says itself in both languages and to all ages; here is what this person reads. */
export function useProtocolWords() {
  const { locale } = useWords()
  const { voice } = useVoice()
  return {
    tell: (words: InBoth<string>) => words[locale],
    starters: (step: Step) => step.starters[voice][locale],
  }
}

export function protocolIn(round: { protocol: string; protocolVersion: string }): Protocol | undefined {
  return protocolOf(round.protocol, round.protocolVersion)
}
