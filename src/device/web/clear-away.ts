import { database } from './database.ts'
import { dropFile, filesOf } from './kept-file.ts'
import { draftTexts } from './sealed-draft.ts'

const aDay = 24 * 3_600_000
const anHour = 3_600_000

/**
 * Files that nothing speaks of any more: half written when the battery died, or of a draft that is gone. Those
 * chosen a short while ago may belong to a form whose draft is not written down yet.
 */
export async function clearAway(person: string, wanted: ReadonlySet<string>, now: number): Promise<void> {
  const texts = await draftTexts(person)
  for (const { id, whole, keptAt } of await filesOf(person)) {
    const isOld = now - keptAt > (whole ? aDay : anHour)
    const isWanted = wanted.has(id) || texts.some((text) => text.includes(id))
    if (isOld && !isWanted) await dropFile(id)
  }
}

/** Everything this device keeps of what somebody has seen; what has not arrived stays. */
export async function sizeOfWaiting(person: string): Promise<number> {
  const files = await (await database()).getAllFromIndex('file', 'person', person)
  return files.reduce((sum, { bytes, smaller = 0 }) => sum + bytes + smaller, 0)
}
