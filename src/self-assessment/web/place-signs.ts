import { Briefcase, Compass, Home, type LucideIcon, TreePine, Trophy } from 'lucide-react'
import type { Place } from '../claim.ts'

/** A picture for each place where learning happens that no class sees. */
export const placeSigns: Record<Place, LucideIcon> = {
  sport: Trophy,
  job: Briefcase,
  home: Home,
  community: TreePine,
  elsewhere: Compass,
}
