import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { planYear } from './plan-pack.ts'
import { addCommunications, readYearsToPlan } from './plan-store.ts'

/** The next school year has its communications two months before it begins. */
export const communicationJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'plan the communications of the year', districtId },
        async ({ db, now }) => {
          const { pack, years } = await readYearsToPlan(db)
          if (pack === null) return
          for (const year of years) await addCommunications(db, { districtId, now }, planYear(pack, year))
        },
      ),
  },
]
