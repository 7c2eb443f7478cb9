import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as askings from '../../src/askings/contract.ts'
import { KeepDigestChoice, SetDigestRule } from '../../src/digests/contract.ts'
import { ListLooks } from '../../src/families/contract.ts'
import { ListFamilies, MakeWelcomes } from '../../src/welcomes/contract.ts'
import { schoolOf } from '../support/completing.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type FamilyAct, familyActs, familyRowOf } from './who-tells-family.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

async function given(): Promise<string> {
  const params = { id: newId() }
  await school.as('mika').ask(askings.SayAsking, { params, body: { body: 'the bridge' } })
  return params.id
}

async function attempt(key: string | null, act: FamilyAct) {
  const { ask } = school.as(key)
  const asking = await given()
  const mika = { params: { id: idOf('mika') } }
  const fresh = { params: { id: newId() } }
  const acts: Record<FamilyAct, () => Promise<{ status: number; code: string | undefined }>> = {
    hear: () => ask(askings.ListAskings, mika),
    give: () =>
      ask(askings.SayAsking, {
        ...fresh,
        body: { body: 'x', ...(key === 'mika' ? {} : { learnerId: idOf('mika') }) },
      }),
    'take back': () => ask(askings.TakeAskingBack, { params: { id: asking } }),
    answer: () => ask(askings.AnswerAsking, { ...fresh, body: { askingId: asking, body: 'How?' } }),
    looks: () => ask(ListLooks, mika),
    letter: () => ask(KeepDigestChoice, { body: { way: 'none', weekday: 5, hour: 16 } }),
    rule: () => ask(SetDigestRule, { params: { id: schoolOf('cedar-hill') }, body: { tells: 'notice' } }),
    families: () => ask(ListFamilies, { params: { id: classOf('division-3') } }),
    link: () =>
      ask(MakeWelcomes, {
        params: { id: classOf('division-3') },
        body: { welcomes: [{ id: newId(), guardianId: idOf('amara') }] },
      }),
  }
  return letterOf(await acts[act]())
}

test.each(Object.keys(people))('%s', async (person) => {
  const letters: string[] = []
  for (const act of familyActs) letters.push(await attempt(person === 'nobody' ? null : person, act))
  expect(letters.join(' ')).toBe(familyRowOf(person))
})
