import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeleteLetter, ReadLetter, RestoreLetter, SealLetter } from '../../src/letters/contract.ts'
import { AddReflection } from '../../src/reflections/contract.ts'
import { GetTimeline } from '../../src/timeline/contract.ts'
import { adoptPack, claim, tag } from '../support/claiming.ts'
import { addPiece } from '../support/making.ts'
import { idOf, openSchool, type School } from '../support/school.ts'
import { lookingActs, lookingRows } from './who-looks-back.ts'

let school: School
const words = { own: 'Marmot', teachers: 'Pika', family: 'Lynx' }
const claims = { own: 'Caribou', teachers: 'Wolverine', family: 'Otter' }
let tagged: string
const letters = { sealed: newId(), opened: newId() }

beforeAll(async () => {
  school = await openSchool()
  const mika = school.as('mika')
  for (const [audience, body] of Object.entries(words)) {
    const audiences = audience === 'own' ? [] : [audience]
    await mika.ask(AddReflection, { params: { id: newId() }, body: { body, audiences } })
  }
  const { competency } = await adoptPack(school)
  for (const [audience, said] of Object.entries(claims)) {
    const audiences = audience === 'own' ? [] : [audience]
    await claim(school, 'mika', { competencyId: competency('Collaborating'), words: said, audiences })
  }
  tagged = competency('Creative Thinking')
  const { id: pieceId } = await addPiece(school, 'mika', ['teachers'])
  await tag(school, 'mika', { pieceId, competencyId: tagged })
  const seal = (id: string, opensOn: string) =>
    mika.ask(SealLetter, { params: { id }, body: { opensOn, body: 'Dear me' } })
  await seal(letters.sealed, '2030-06-28')
  const { now } = school.clock
  school.clock.now = new Date(now.getTime() - 10 * 24 * 3_600_000)
  await seal(letters.opened, '2026-11-20')
  school.clock.now = now
}, 60_000)
afterAll(() => school.close())

const letterOf = ({ status, code }: { status: number; code: string | undefined }): string => {
  if (status === 200) return 'y'
  return (
    { still_sealed: 'n', not_allowed: 'n', not_found: '-', not_signed_in: 'x' }[code ?? ''] ?? `${status}`
  )
}

async function find(
  key: string | null,
  query: { words: string } | { competency: string } | { kind: 'letter' },
): Promise<string> {
  const answer = await school.as(key).ask(GetTimeline, { params: { id: idOf('mika') }, query })
  return answer.status === 200 && answer.body.entries.length === 0 ? '-' : letterOf(answer)
}

const asked = (key: string | null): Record<(typeof lookingActs)[number], () => Promise<string>> => {
  const letter = (what: typeof ReadLetter | typeof DeleteLetter | typeof RestoreLetter, id: string) => () =>
    school.as(key).ask(what, { params: { id } }).then(letterOf)
  return {
    'find own': () => find(key, { words: words.own }),
    'find for teachers': () => find(key, { words: words.teachers }),
    'find for family': () => find(key, { words: words.family }),
    'find own claim': () => find(key, { words: claims.own }),
    'find claim for teachers': () => find(key, { words: claims.teachers }),
    'find claim for family': () => find(key, { words: claims.family }),
    'find tagged': () => find(key, { competency: tagged }),
    'open sealed': letter(ReadLetter, letters.sealed),
    'open opened': letter(ReadLetter, letters.opened),
    'find opened': () => find(key, { kind: 'letter' }),
    delete: letter(DeleteLetter, letters.sealed),
    restore: letter(RestoreLetter, letters.sealed),
  }
}

test.each(lookingRows)('$key', async ({ key, letters: expected }) => {
  const found: string[] = []
  const acts = asked(key === 'nobody' ? null : key)
  for (const act of lookingActs) found.push(await acts[act]())
  expect(found.join(' ')).toBe(expected.join(' '))
})
