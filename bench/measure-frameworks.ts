import { v7 as newId } from 'uuid'
import { ApplyFrameworkImport, FindCompetencies, GetFrameworkImport } from '../src/competencies/contract.ts'
import { BringFramework } from '../src/interop/case/contract.ts'
import { median, percentile } from './figures.ts'
import { type OfficeDistrict, openOfficeDistrict } from './office-district.ts'
import type { Part } from './part.ts'

/** A framework brought in, from the file to the last item taken over; and items found by pieces of words. */
export const frameworks: Part = {
  name: 'frameworks',
  title: 'Frameworks',
  measure: async ({ say }) => {
    const district = await openOfficeDistrict(22)
    await bringIn(district, 60, 340)
    say('Bringing frameworks in …')
    const small = median(await several(3, () => bringIn(district, 600, 3_400)))
    const large = median(await several(3, () => bringIn(district, 6_000, 34_000)))
    say('A framework of 20,000 items, and finding them …')
    await bringIn(district, 20_000, 20_000)
    await district.sql('vacuum analyze competency')
    const asked = await find(district)
    const details = { small, large, asked }
    return {
      details,
      figures: [
        { what: 'import of 600 items, 3,400 ties', measured: small, unit: 's', aim: { most: 3 } },
        {
          what: 'ten times as much',
          measured: large / (small * 10),
          unit: '',
          aim: { most: 1.5 },
          note: `of ten times as long (${large.toFixed(1)} s); 1 is linear`,
        },
        { what: 'search among 38,000 items, middle', measured: median(asked), unit: 'ms' },
        {
          what: 'search among 38,000 items, 95th percentile',
          measured: percentile(asked, 0.95),
          unit: 'ms',
          aim: { most: 50 },
          note: `${asked.length} searches`,
        },
      ],
    }
  },
}

async function several(times: number, work: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time += 1) found.push(await work())
  return found
}

/** Seconds for sending the file, looking at what it would do, and taking it over. */
async function bringIn(district: OfficeDistrict, items: number, ties: number): Promise<number> {
  const params = { id: newId() }
  const file = Buffer.from(JSON.stringify(casePackage(items, ties))).toString('base64')
  const body = { name: 'bench.json', file }
  const sent = await district.ask(BringFramework, { params, body })
  const seen = await district.ask(GetFrameworkImport, { params })
  const applied = await district.ask(ApplyFrameworkImport, { params, body: { judgedBy: 'teacher' } })
  return (sent.ms + seen.ms + applied.ms) / 1000
}

const verbs =
  'explain compare measure draw build question describe estimate predict collect sort model'.split(' ')
const things =
  'rivers fractions bridges stories maps habitats forces poems budgets treaties sounds symmetry'.split(' ')
const ways =
  'with evidence|using a diagram|in two languages|with a partner|over several attempts|for an audience'.split(
    '|',
  )

const word = (list: readonly string[], place: number) => list[place % list.length] ?? ''
const statement = (n: number) =>
  `I can ${word(verbs, n)} ${word(things, Math.floor(n / 12))} ${word(ways, Math.floor(n / 144))}, and say why number ${n} matters`

/** As publishers write them: every item below another, the rest of the ties across. */
function casePackage(items: number, ties: number) {
  const identifier = newId()
  const at = { lastChangeDateTime: '2026-01-01T00:00:00+00:00', uri: '' }
  const ids = Array.from({ length: items }, () => newId())
  const node = (id: string) => ({ identifier: id, uri: '', title: '' })
  return {
    CFDocument: { identifier, title: `Bench ${items}`, creator: 'Bench', ...at },
    CFItems: ids.map((id, n) => ({
      identifier: id,
      fullStatement: statement(n),
      humanCodingScheme: `B.${n}`,
      ...at,
    })),
    CFAssociations: Array.from({ length: ties }, (_, n) => {
      const child = n % items
      const isTree = n < items
      const other = isTree ? Math.floor((child - 1) / 8) : (child * 7 + n) % items
      return {
        identifier: newId(),
        associationType: isTree ? 'isChildOf' : 'isRelatedTo',
        originNodeURI: node(ids[child] ?? identifier),
        destinationNodeURI: node(child === 0 && isTree ? identifier : (ids[other] ?? identifier)),
        sequenceNumber: n,
        ...at,
      }
    }),
  }
}

/** What people type: beginnings of words, words, several, codes, and what is nowhere. */
async function find(district: OfficeDistrict): Promise<number[]> {
  const typed = Array.from({ length: 60 }, (_, n) => [
    word(things, n).slice(0, 3 + (n % 4)),
    `${word(verbs, n)} ${word(things, n * 5)}`,
    `${word(ways, n)} ${word(verbs, n * 3).slice(0, 4)}`,
    `B.${n * 331}`,
    `zz${n} nowhere`,
  ]).flat()
  const asked: number[] = []
  for (const words of [...typed.slice(0, 10), ...typed]) {
    asked.push((await district.ask(FindCompetencies, { query: { words } })).ms)
  }
  return asked.slice(10)
}
