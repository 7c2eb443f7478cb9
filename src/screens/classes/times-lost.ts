import { ListAgreedTimes } from '../../appointments/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'

/** Whoever ends a class ends the times families have for conferences there, and nobody would tell them. */
export function useTimesLost(
  asks = true,
): (of: { classIds?: readonly string[]; schoolId?: string }) => string {
  const { say } = useWords()
  const { data = [] } = useRead(ListAgreedTimes, {}, { enabled: asks })
  return ({ classIds, schoolId }) => {
    const lost = data.filter((one) => one.schoolId === schoolId || classIds?.includes(one.classId))
    const count = lost.reduce((sum, { times }) => sum + times, 0)
    return count > 0 ? say('classes.times-lost', { count }) : ''
  }
}
