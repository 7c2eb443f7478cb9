import { Eye, Lightbulb, MessageCircleQuestion, Smile, Sprout } from 'lucide-react'
import type { Sign } from '../remark.ts'

/** A picture beside the word, never instead of it. */
export const signFaces = {
  smile: Smile,
  learned: Lightbulb,
  more: MessageCircleQuestion,
  'try-too': Sprout,
  noticed: Eye,
} as const satisfies Record<Sign, unknown>
