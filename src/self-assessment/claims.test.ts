import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptPack, claim as claimAs } from '../../test/support/claiming.ts'
import { addPiece, placeMedia } from '../../test/support/making.ts'
import { nightFalls } from '../../test/support/night.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { CloseFramework, LoadProfiles } from '../competencies/contract.ts'
import { AddReflection } from '../reflections/contract.ts'
import * as contract from './contract.ts'

let school: School
let at: (name: string) => string
let frameworkId: string
beforeAll(async () => {
  school = await openSchool({ works: true })
  const adopted = await adoptPack(school)
  at = adopted.competency
  frameworkId = adopted.frameworkId
})
afterAll(() => school.close())

const claim = (key: string, body: object, id?: string) =>
  claimAs(school, key, { competencyId: at('Collaborating'), words: 'I can wait for my turn.', ...body }, id)
const of = async (key: string, learner = 'mika') =>
  (await school.as(key).ask(contract.ListClaims, { params: { id: idOf(learner) } })).body
const found = async (key: string, id: string, learner = 'mika') =>
  (await of(key, learner)).claims?.find((one) => one.id === id)
const seen = async (key: string, id: string, learner = 'mika') =>
  (await of(key, learner)).claims?.some((one) => one.id === id) ?? 'not there'

test('a claim is the learner’s alone until it is widened, and then reaches just those', async () => {
  const { id } = await claim('mika', {})
  const whoSees = async () =>
    Object.fromEntries(
      await Promise.all(
        ['mika', 'rivera', 'amara', 'tomas', 'noor', 'okafor', 'leila', 'chen', 'ravi'].map(async (key) => [
          key,
          await seen(key, id),
        ]),
      ),
    )
  const share = (audiences: string[]) =>
    school.as('mika').ask(contract.ShareClaim, { params: { id }, body: { audiences } })
  const gone = 'not there'
  const outside = { noor: gone, okafor: gone, leila: gone, chen: gone, ravi: gone }
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: false, tomas: false, ...outside })
  await share(['teachers'])
  expect(await whoSees()).toEqual({ mika: true, rivera: true, amara: false, tomas: false, ...outside })
  await share(['family'])
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: true, tomas: true, ...outside })
  await share([])
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: false, tomas: false, ...outside })
})

test('it points at work, an attempt, a reflection and a place outside school; others see of that what they may', async () => {
  const shared = await addPiece(school, 'mika', ['teachers'])
  const own = await addPiece(school, 'mika')
  const reflectionId = newId()
  await school
    .as('mika')
    .ask(AddReflection, { params: { id: reflectionId }, body: { body: 'We took turns.' } })
  const evidence = [
    { pieceId: shared.id, iterationId: shared.iterationId },
    { pieceId: own.id },
    { reflectionId },
    { place: 'sport', words: 'I pass the puck to Otto.' },
  ]
  const { id, answer } = await claim('mika', {
    evidence,
    reflection: 'It is hard when I am loud.',
    audiences: ['teachers'],
  })
  expect(answer.status).toBe(200)
  expect((await found('mika', id))?.evidence).toMatchObject([
    { piece: { id: shared.id }, iteration: { number: 1 } },
    { piece: { id: own.id } },
    { reflection: { words: 'We took turns.' } },
    { place: 'sport', words: 'I pass the puck to Otto.' },
  ])
  const read = await found('rivera', id)
  expect(read?.evidence.map(({ piece, reflection, place }) => piece?.id ?? reflection ?? place)).toEqual([
    shared.id,
    null,
    null,
    'sport',
  ])
  expect(read).toMatchObject({
    scribe: null,
    reflection: 'It is hard when I am loud.',
    may: { revise: false, share: false },
  })
})

test('nobody else’s work, reflection, file or attempt shows it, and nothing said is nothing kept', async () => {
  const mine = await addPiece(school, 'mika')
  const hers = await addPiece(school, 'noor', ['class'])
  const told = newId()
  await school.as('noor').ask(AddReflection, { params: { id: told }, body: { body: 'Mine.' } })
  const bodies = [
    { evidence: [{ pieceId: hers.id }] },
    { evidence: [{ pieceId: mine.id, iterationId: hers.iterationId }] },
    { evidence: [{ reflectionId: told }] },
    { parts: [{ mediaId: await placeMedia(school, 'noor', 'audio') }] },
    { competencyId: newId() },
    { profile: { number: 1, language: 'en' } },
  ]
  for (const body of bodies) expect((await claim('mika', body)).answer.code).toBe('not_found')
  expect((await claim('mika', { words: '  ' })).answer.code).toBe('invalid')
})

test('it is additive: another claim at the same competency leaves the earlier one as it was', async () => {
  const first = await claim('noor', { words: 'I can share the scissors.' })
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  const second = await claim('noor', { words: 'I can now help two people agree.' })
  const words = (await of('noor', 'noor')).claims.map((one) => [one.id, one.words])
  expect(words).toEqual([
    [second.id, 'I can now help two people agree.'],
    [first.id, 'I can share the scissors.'],
  ])
})

test('it may be one of the district’s statements, kept as it read then', async () => {
  const statement = 'I can work with others on one aim'
  const load = (words: string) =>
    school.as('singh').ask(LoadProfiles, {
      params: { id: frameworkId },
      body: {
        source: 'Ours',
        language: 'en',
        profiles: [{ competencyId: at('Collaborating'), number: 3, statement: words }],
      },
    })
  await load(statement)
  const { id } = await claim('mika', { words: '', profile: { number: 3, language: 'en' } })
  await load('Something else by now')
  expect((await found('mika', id))?.profile).toEqual({ number: 3, words: statement })
})

test('there is no level in it: one that is sent along is refused', async () => {
  for (const more of [{ level: 'PRF' }, { scale: 'bc/proficiency-scale' }, { grade: 4 }])
    expect((await claim('mika', more)).answer.code).toBe('invalid')
})

test('sent twice it is kept once; other words under its id are refused', async () => {
  const evidence = [{ place: 'home', words: 'I set the table.' }]
  const { id } = await claim('mika', { words: 'Once.', evidence })
  expect((await claim('mika', { words: 'Once.', evidence }, id)).answer.status).toBe(200)
  expect((await claim('mika', { words: 'Twice.', evidence }, id)).answer.code).toBe('id_taken')
  expect((await claim('mika', { words: 'Once.' }, id)).answer.code).toBe('id_taken')
  expect((await claim('noor', { words: 'Once.', evidence }, id)).answer.code).toBe('not_found')
  expect((await of('mika')).claims.filter((one) => one.id === id)).toHaveLength(1)
})

test('an edit keeps what was before, and an edit of an older state is refused', async () => {
  const { id } = await claim('mika', { words: 'First' })
  const revise = (key: string, revision: number, words: string) =>
    school.as(key).ask(contract.ReviseClaim, { params: { id, revision: String(revision) }, body: { words } })
  expect((await revise('mika', 2, 'Second')).status).toBe(200)
  expect((await revise('mika', 2, 'Second')).status).toBe(200)
  expect((await revise('mika', 2, 'Another')).code).toBe('changed_elsewhere')
  expect((await found('mika', id))?.words).toBe('Second')
})

test('deleted it leaves every list at once, is restored by its learner only, and is erased after 30 days', async () => {
  const { id } = await claim('mika', { audiences: ['teachers'] })
  const ask = (key: string, what: typeof contract.DeleteClaim | typeof contract.RestoreClaim) =>
    school.as(key).ask(what, { params: { id } })
  await ask('mika', contract.DeleteClaim)
  await ask('mika', contract.DeleteClaim)
  expect([await seen('mika', id), await seen('rivera', id)]).toEqual([false, false])
  expect((await school.as('mika').ask(contract.ListDeletedClaims)).body[0]?.claim.id).toBe(id)
  expect((await ask('rivera', contract.RestoreClaim)).code).toBe('not_found')
  await ask('mika', contract.RestoreClaim)
  expect([await seen('mika', id), await seen('rivera', id)]).toEqual([true, true])
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  await ask('mika', contract.DeleteClaim)
  await nightFalls(school, 31)
  expect((await school.as('mika').ask(contract.ListDeletedClaims)).body).toEqual([])
  expect((await ask('mika', contract.RestoreClaim)).code).toBe('not_found')
})

test('a teacher or guardian writes down what a child up to grade 3 says; the record keeps who spoke and who wrote', async () => {
  const voice = await placeMedia(school, 'okafor', 'audio')
  const body = { learnerId: idOf('theo'), words: 'I can build with Ada.', parts: [{ mediaId: voice }] }
  const { id, answer } = await claim('okafor', body)
  expect(answer.status).toBe(200)
  const told = await found('theo', id, 'theo')
  expect(told).toMatchObject({
    learner: { id: idOf('theo') },
    scribe: { id: idOf('okafor') },
    audiences: ['teachers'],
  })
  expect(told?.parts[0]?.media.id).toBe(voice)
  const revise = (key: string) =>
    school.as(key).ask(contract.ReviseClaim, { params: { id, revision: '2' }, body: { words: 'I build.' } })
  expect((await revise('okafor')).code).toBe('not_allowed')
  expect((await revise('theo')).status).toBe(200)
  expect((await found('theo', id, 'theo'))?.scribe).toBeNull()
  const atHome = await claim('amara', { learnerId: idOf('theo') })
  expect((await found('theo', atHome.id, 'theo'))?.audiences).toEqual(['family'])
})

test('a framework out of force takes no new claims, and the earlier ones stay', async () => {
  const { id } = await claim('mika', {})
  const close = (closed: boolean) =>
    school.as('singh').ask(CloseFramework, { params: { id: frameworkId }, body: { closed } })
  await close(true)
  expect((await claim('mika', {})).answer.code).toBe('not_found')
  expect(await seen('mika', id)).toBe(true)
  await close(false)
})

test('how it was put before is read by its learner alone', async () => {
  const { id } = await claim('mika', { audiences: ['teachers'], reflection: 'It took a while.' })
  await school.as('mika').ask(contract.ReviseClaim, {
    params: { id, revision: 2 },
    body: { words: 'I can wait, and help somebody else wait.' },
  })
  const before = (key: string) => school.as(key).ask(contract.ListClaimRevisions, { params: { id } })
  expect((await before('mika')).body.map(({ words, reflection }) => [words, reflection])).toEqual([
    ['I can wait, and help somebody else wait.', ''],
    ['I can wait for my turn.', 'It took a while.'],
  ])
  for (const key of ['rivera', 'amara', 'chen']) expect((await before(key)).code).toBe('not_found')
})
