import { fillWork } from '../../src/demo/fill-works.ts'
import { demoWorks } from '../../src/demo/works.ts'
import { cast, castMember, testMorning } from './cast.ts'
import type { School } from './school.ts'

/** Work of the demo, with its pictures and recordings, in the school of a test; answers where each is found. */
export async function hangDemoWorks(
  school: School,
  wanted: Readonly<Record<string, readonly string[]>>,
): Promise<(title: string) => string> {
  const { ground, storage } = school.program
  const works = demoWorks(cast, testMorning).filter((one) => wanted[one.learnerKey]?.includes(one.title))
  for (const one of works) {
    const { districtId } = castMember(one.learnerKey)
    const district = cast.districts.find(({ id }) => id === districtId)
    if (district) await fillWork(ground, storage, cast, district, one)
  }
  return (title) => {
    const found = works.find((one) => one.title === title)
    if (!found) throw new Error(`no work called "${title}" was hung up`)
    return found.id
  }
}
