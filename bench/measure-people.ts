import { v7 as newId } from 'uuid'
import { BringRoster } from '../src/interop/rosters/contract.ts'
import { FindPeople } from '../src/register/contract.ts'
import { ApplyRosterImport } from '../src/rosters/contract.ts'
import { districtZip } from './measure-rosters.ts'
import { openOfficeDistrict } from './office-district.ts'
import type { Part } from './part.ts'

/** Finding somebody while typing, in a district of 12,240: 4,800 learners, 7,200 guardians, 240 teachers. */
export const people: Part = {
  name: 'people',
  title: 'Finding people',
  measure: async ({ say }) => {
    const district = await openOfficeDistrict(22)
    say('A roster of 12,240 people …')
    const params = { id: newId() }
    const file = Buffer.from(districtZip(4_800)).toString('base64')
    await district.ask(BringRoster, { params, body: { name: 'district.zip', file } })
    await district.ask(ApplyRosterImport, { params, body: {} })
    await district.sql('vacuum analyze')
    const find = async (query: Record<string, string>) => {
      const times: number[] = []
      for (let turn = 0; turn < 21; turn += 1) times.push((await district.ask(FindPeople, { query })).ms)
      const { body } = await district.ask(FindPeople, { query })
      if (!Array.isArray(body) || body.length === 0) throw new Error(`Nobody found: ${query['words']}`)
      return times.sort((a, b) => a - b)[10] ?? Infinity
    }
    const details = {
      letters: await find({ words: 'lo' }),
      one: await find({ words: 'lou4711' }),
      everybody: await find({ words: 'reed' }),
      teachers: await find({ words: 'tia', kind: 'teacher' }),
    }
    const aim = { most: 150 }
    return {
      details,
      figures: [
        { what: 'two letters', measured: details.letters, unit: 'ms', aim },
        { what: 'one name', measured: details.one, unit: 'ms', aim },
        { what: 'a name everybody has', measured: details.everybody, unit: 'ms', aim },
        { what: 'teachers of one name, of 240', measured: details.teachers, unit: 'ms', aim },
      ],
    }
  },
}
