import {
  Compass,
  Fingerprint,
  Globe,
  HandHeart,
  Hammer,
  Heart,
  Key,
  Lightbulb,
  type LucideIcon,
  MessageCircle,
  Mountain,
  Search,
  Smile,
  Sprout,
  Star,
  Users,
} from 'lucide-react'

/** A picture for those who do not read yet. Items of a district's own framework share a star. */
const signs: Readonly<Record<string, LucideIcon>> = {
  'bc/core-competencies/communicating': MessageCircle,
  'bc/core-competencies/collaborating': Users,
  'bc/core-competencies/creative-thinking': Lightbulb,
  'bc/core-competencies/critical-and-reflective-thinking': Search,
  'bc/core-competencies/personal-awareness-and-responsibility': Sprout,
  'bc/core-competencies/positive-personal-and-cultural-identity': Fingerprint,
  'bc/core-competencies/social-awareness-and-responsibility': HandHeart,
  'spokane/graduate-profile/critical-thinking': Search,
  'spokane/graduate-profile/empathy': Heart,
  'spokane/graduate-profile/learning-mindset': Sprout,
  'spokane/graduate-profile/collaboration': Users,
  'spokane/graduate-profile/connectedness': Globe,
  'spokane/graduate-profile/life-skills': Key,
  'plain/habits-of-learning/noticing': Compass,
  'plain/habits-of-learning/making': Hammer,
  'plain/habits-of-learning/keeping-at-it': Mountain,
  'plain/habits-of-learning/explaining': MessageCircle,
  'plain/habits-of-learning/working-together': Users,
  'plain/habits-of-learning/caring': Smile,
}

/** The picture beside the word; it says nothing that the word does not. */
export function CompetencySign({ identifier }: { identifier: string | undefined }) {
  const Sign = signs[identifier ?? ''] ?? Star
  return <Sign aria-hidden />
}
