import { CircleCheck, type LucideIcon, Signpost, Sprout } from 'lucide-react'
import type { WordKey } from '../../platform/web/words.tsx'
import { type ReplyKind, replyKinds } from '../feedback.ts'

/** Each answer has a sign and words of its own, so that neither stands alone. */
const signs: Record<ReplyKind, { icon: LucideIcon; choose: WordKey; said: WordKey }> = {
  used: { icon: CircleCheck, choose: 'feedback.choose-used', said: 'feedback.said-used' },
  not_yet: { icon: Sprout, choose: 'feedback.choose-not_yet', said: 'feedback.said-not_yet' },
  differently: { icon: Signpost, choose: 'feedback.choose-differently', said: 'feedback.said-differently' },
}

export const replySigns = replyKinds.map((kind) => ({ kind, ...signs[kind] }))

export function signOf(kind: ReplyKind) {
  return signs[kind]
}
