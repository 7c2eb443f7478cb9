import { v7 as newId } from 'uuid'
import { schoolId } from '../../src/demo/cast-schools.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as remarks from '../../src/remarks/contract.ts'
import * as spaces from '../../src/spaces/contract.ts'
import * as work from '../../src/work/contract.ts'
import { text } from './making.ts'
import { classOf, idOf, type School } from './school.ts'

export const cedarHill = schoolId('cedar-hill')

export const seat = (key: string, role: 'student' | 'teacher' = 'student') => ({
  id: newId(),
  personId: idOf(key),
  role,
})

type Seats = ReturnType<typeof seat>[]

/** A group of Ms. Rivera's with Mika and Noor, and Ms. Okafor, who teaches neither, beside her. */
export async function openGroup(school: School, seats?: Seats) {
  const id = newId()
  const taken = seats ?? [seat('mika'), seat('noor'), seat('okafor', 'teacher')]
  const body = { kind: 'group' as const, schoolId: cedarHill, name: 'Newspaper', seats: taken }
  const answer = await school.as('rivera').ask(spaces.OpenSpace, { params: { id }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, seats: taken }
}

export function say(
  school: School,
  spaceId: string,
  about: 'learners' | 'families' | 'remarks',
  says: string,
  by = 'rivera',
) {
  return school.as(by).ask(spaces.SetSpaceRule, { params: { id: newId() }, body: { spaceId, about, says } })
}

/** A piece of Mika's, shown in a space. */
export async function showIn(school: School, spaceId: string, key = 'mika', more: object[] = []) {
  const id = newId()
  const shareId = newId()
  const iterationId = newId()
  const shares = [{ id: shareId, audience: 'class' as const, spaceId }, ...more] as never
  const answer = await school.as(key).ask(work.AddPiece, {
    params: { id },
    body: { title: 'Crane', iteration: { id: iterationId, parts: text('a crane') }, shares },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, shareId, iterationId }
}

/** A group where Mika shows a crane and Noor says something about it, which Mika asks a teacher to look at. */
export async function gatherGroup(school: School) {
  const { id } = await openGroup(school)
  await say(school, id, 'remarks', 'yes')
  const piece = await showIn(school, id)
  const remarkId = newId()
  const place = { pieceId: piece.id, spaceId: id }
  const said = { params: { id: remarkId }, body: { ...place, body: 'Like a goose?' } }
  await school.as('noor').ask(remarks.LeaveRemark, said)
  await school
    .as('noor')
    .ask(remarks.LeaveRemark, { params: { id: newId() }, body: { ...place, sign: 'smile' } })
  const asked = { params: { id: newId() }, body: { remarkId, why: '' } }
  await school.as('mika').ask(remarks.ReportRemark, asked)
  return {
    id,
    pieceId: piece.id,
    iterationId: piece.iterationId,
    remarkId,
    earlierId: spaceOf(classOf('division-3-last')),
  }
}
