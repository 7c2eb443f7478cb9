import type { Carrier } from '../media/policy.ts'
import { activityCarries } from '../activities/policy.ts'
import { collectionCarries } from '../collections/policy.ts'
import { conferenceCarries } from '../conferences/policy.ts'
import { rehearsalCarries } from '../rehearsals/policy.ts'
import { walkthroughCarries } from '../walkthroughs/policy.ts'
import { feedbackCarries } from '../feedback/policy.ts'
import { askingCarries } from '../askings/policy.ts'
import { bringingCarries, critiqueCarries } from '../critiques/policy.ts'
import { letterCarries } from '../letters/policy.ts'
import { libraryCarries } from '../library/policy.ts'
import { goalCarries } from '../goals/policy.ts'
import { reflectionCarries } from '../reflections/policy.ts'
import { exemplarCarries } from '../rounds/policy.ts'
import { claimCarries } from '../self-assessment/policy.ts'
import { showcaseCarries } from '../showcases/policy.ts'
import { slipCarries } from '../exhibitions/policy.ts'
import { workCarries } from '../work/policy.ts'

/** Everything that holds files. A file is seen, and kept, through these and nothing else. */
export const carriers: Carrier[] = [
  workCarries,
  reflectionCarries,
  feedbackCarries,
  exemplarCarries,
  bringingCarries,
  critiqueCarries,
  goalCarries,
  claimCarries,
  activityCarries,
  libraryCarries,
  letterCarries,
  collectionCarries,
  showcaseCarries,
  slipCarries,
  askingCarries,
  conferenceCarries,
  rehearsalCarries,
  walkthroughCarries,
]
