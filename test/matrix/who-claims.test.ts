import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptPack } from '../support/claiming.ts'
import { openSchool, type School } from '../support/school.ts'
import { attemptWithClaim, hangClaim } from './claim-exhibit.ts'
import { letterOf } from './exhibit.ts'
import { type ClaimAct, claimActs, claimRowOf, claimSharings } from './who-claims.ts'
import { people } from './who-may.ts'

let school: School
let competency: (name: string) => string
beforeAll(async () => {
  school = await openSchool()
  competency = (await adoptPack(school)).competency
})
afterAll(() => school.close())

const looking = new Set<ClaimAct>(['read', 'hear', 'tags', 'counts', 'sky'])
const legible = (letters: string[]) => claimActs.map((act, place) => `${act}: ${letters[place]}`)

describe.each(claimSharings)('what Mika says she can do, for: %s', (sharing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let claim = await hangClaim(school, sharing, competency)
    for (const act of claimActs) {
      const answer = await attemptWithClaim(school, person === 'nobody' ? null : person, act, claim)
      const letter = letterOf(answer)
      found.push(letter)
      // none of them may meet what another one did
      if (letter === 'y' && !looking.has(act)) claim = await hangClaim(school, sharing, competency)
    }
    expect(legible(found)).toEqual(legible(claimRowOf(sharing, person).split(' ')))
  })
})
