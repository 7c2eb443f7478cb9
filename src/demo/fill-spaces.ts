import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { openSpace } from '../spaces/open-space.ts'
import { setSpaceRule } from '../spaces/set-space-rule.ts'
import { sharePiece } from '../work/share-piece.ts'
import { schoolMoment } from './calendar.ts'
import { schoolId } from './cast-schools.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { asPerson } from './fill-collections.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

type Filling = { cast: DemoCast; district: DemoDistrict; works: readonly DemoWork[]; today: Date }

/** A group with a colleague beside, and a one-to-one that families are not shown; works are those already shown to a class. */
export const demoSpaces = [
  {
    name: 'Cedar Hill Newspaper',
    kind: 'group',
    school: 'cedar-hill',
    by: 'rivera',
    beside: ['okafor'],
    learners: ['mika', 'noor', 'kai', 'oceane'],
    shown: ['mika', 'noor'],
    families: 'visible',
  },
  {
    name: 'Jonas and Mr. Halvorsen',
    kind: 'one-to-one',
    school: 'riverbend',
    by: 'halvorsen',
    beside: [],
    learners: ['jonas'],
    shown: ['jonas'],
    families: 'hidden',
  },
  {
    name: 'Kai and Ms. Amari',
    kind: 'one-to-one',
    school: 'cedar-hill',
    by: 'amari',
    beside: [],
    learners: ['kai'],
    shown: ['kai'],
    families: 'hidden',
  },
] as const

export async function fillSpaces(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, works, today } = filling
  const idOf = (key: string) => cast.people.find((one) => one.key === key)?.id ?? ''
  const isHere = (key: string) => cast.people.some((one) => one.key === key && one.districtId === district.id)
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    for (const one of demoSpaces.filter(({ by }) => isHere(by))) {
      const id = demoId(`space ${one.name}`)
      const seat = (key: string, role: 'student' | 'teacher') => ({
        id: demoId(`seat ${one.name} ${key}`),
        personId: idOf(key),
        role,
      })
      const teacher = asPerson({ ...context, now: schoolMoment(today, 30, one.name) }, filling, one.by)
      const seats = [
        ...one.learners.map((key) => seat(key, 'student')),
        ...one.beside.map((key) => seat(key, 'teacher')),
      ]
      await openSpace(teacher, { id, kind: one.kind, schoolId: schoolId(one.school), name: one.name, seats })
      const rule = {
        id: demoId(`rule ${one.name}`),
        spaceId: id,
        about: 'families',
        says: one.families,
      } as const
      await setSpaceRule(teacher, rule)
      for (const [place, key] of one.shown.entries()) {
        const then = { ...context, now: schoolMoment(today, 12 - place, `${one.name} ${key}`) }
        const piece = works.findLast((work) => work.learnerKey === key && work.shares.length > 1)
        const share = { id: demoId(`shown ${one.name} ${key}`), audience: 'class', spaceId: id } as const
        if (piece) await sharePiece(asPerson(then, filling, key), { ...share, pieceId: piece.id })
      }
    }
  })
}
