import type { Senders } from '../mail/message.ts'
import type { Job } from '../platform/jobs.ts'
import type { Ground } from '../platform/transaction.ts'
import { messageWays } from '../mail/message.ts'
import { composeDigests } from './compose-digest.ts'
import { tellWalkthroughs } from './tell-walkthroughs.ts'

/** Every hour, though it is called the night's: a day and an hour come at another time for each family. */
export const digestJobs = (ground: Ground, senders: Senders): Job[] => [
  {
    on: 'night.fell',
    run: async ({ districtId }) => {
      const ways = messageWays.filter((way) => senders[way] !== undefined)
      await tellWalkthroughs(ground, ways, districtId)
      await composeDigests(ground, ways, districtId)
    },
  },
]
