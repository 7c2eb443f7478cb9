import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spaceOf } from '../demo/fill-people.ts'
import { addIteration, giveFeedback, placeMedia, text } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { CheckGoal, DeleteGoal, SetGoal } from '../goals/contract.ts'
import { WriteTranscript } from '../media/contract.ts'
import { AddReflection, ListPrompts, DeleteReflection, ReviseReflection } from '../reflections/contract.ts'
import { AddPiece, DeleteWork, RenamePiece, ReviseIteration } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

type Sharing = ('teachers' | 'family' | 'class')[]

async function make(
  key: string,
  title: string,
  words: string,
  audiences: Sharing = [],
  parts: object[] = [],
) {
  const [id, iterationId] = [newId(), newId()]
  const shares = audiences.map((audience) => ({
    id: newId(),
    audience,
    ...(audience === 'class' ? { spaceId: spaceOf(classOf('division-3')) } : {}),
  }))
  const body = { title, iteration: { id: iterationId, parts: [...text(words), ...parts] }, shares }
  const answer = await school.as(key).ask(AddPiece, { params: { id }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, iterationId }
}

const say = async (key: string, body: object) => {
  const id = newId()
  await school.as(key).ask(AddReflection, { params: { id }, body })
  return id
}

const timeline = (key: string, query: object = {}, learner = 'mika') =>
  school.as(key).ask(contract.GetTimeline, { params: { id: idOf(learner) }, query })
const find = async (key: string, words: string, learner = 'mika') =>
  (await timeline(key, { words }, learner)).body.entries?.map(({ id }) => id) ?? 'not there'
const inClass = (key: string, query: object, className = 'division-3') =>
  school.as(key).ask(contract.FindInClass, { params: { id: classOf(className) }, query })

test('all of it is there in order: attempts, reflections, goals and looks at them', async () => {
  const piece = await make('anh', 'Kite', 'It flies sideways.')
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const next = await addIteration(school, 'anh', piece.id)
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const reflection = await say('anh', { pieceId: piece.id, promptWords: 'What helped?', body: 'The tail.' })
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const [goal, check] = [newId(), newId()]
  await school.as('anh').ask(SetGoal, {
    params: { id: goal },
    body: { form: 'step', words: { step: 'Fly it at the lake' } },
  })
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  await school.as('anh').ask(CheckGoal, {
    params: { id: check },
    body: { goalId: goal, standing: 'closer', words: 'Too little wind' },
  })
  const { entries, mine } = (await timeline('anh', {}, 'anh')).body
  expect(mine).toBe(true)
  expect(entries.slice(0, 5).map(({ id, kind }) => [id, kind])).toEqual([
    [check, 'check'],
    [goal, 'goal'],
    [reflection, 'reflection'],
    [next.id, 'attempt'],
    [piece.iterationId, 'attempt'],
  ])
  expect(entries[0]).toMatchObject({ standing: 'closer', words: 'Too little wind', goal: { id: goal } })
  expect(entries[2]).toMatchObject({ piece: { title: 'Kite' }, prompt: 'What helped?', scribe: null })
  expect(entries[3]).toMatchObject({ number: 2, piece: { id: piece.id } })
})

test.each([
  ['butterflies', 'I drew a butterfly with orange wings'],
  ['papillons', 'J’ai dessiné un papillon près du lac'],
  ['ete', 'Une histoire d’été'],
  ['Été', 'Il a ete content'],
  ['oeuf', 'Un œuf dans le nid'],
  ['bridge straw', 'Straws make the strongest bridge'],
  ['Oluwa', 'With Olúwaṣeun'],
  ['мост', 'Мост через реку'],
])('“%s” finds “%s”', async (looked, words) => {
  const { iterationId } = await make('kai', '', words)
  expect(await find('kai', looked, 'kai')).toContain(iterationId)
})

test('what is not there is not found, a misspelt word finds what is near, and signs are only signs', async () => {
  const { iterationId } = await make('emre', 'Aurora', 'Northern lights above Stuart Lake')
  expect(await find('emre', 'volcano', 'emre')).toEqual([])
  const near = (await timeline('emre', { words: 'nothern ligths' }, 'emre')).body
  expect([near.near, near.entries.map(({ id }) => id)]).toEqual([true, [iterationId]])
  for (const words of ["'", '\\', '& | ! ( ) :*', '%', '<->', "lights':*"]) {
    expect((await timeline('emre', { words }, 'emre')).status, words).toBe(200)
  }
})

test('a long text is shown where the word stands', async () => {
  await make(
    'otto',
    'Long',
    `${'The river moved. '.repeat(60)}Then a heron landed. ${'It rained. '.repeat(40)}`,
  )
  const [found] = (await timeline('otto', { words: 'heron' }, 'otto')).body.entries
  expect(found?.words).toMatch(/^… .*heron landed/)
})

test('what was edited, renamed or told later is found by its new words and no longer by the old', async () => {
  const voice = await placeMedia(school, 'kai', 'audio')
  const piece = await make('kai', 'Zeppelin', 'gasbag', [], [{ kind: 'media', mediaId: voice }])
  const found = async (words: string) => (await find('kai', words, 'kai')).includes(piece.iterationId)
  await school.as('kai').ask(RenamePiece, { params: { id: piece.id }, body: { title: 'Airship' } })
  await school.as('kai').ask(ReviseIteration, {
    params: { id: piece.iterationId, revision: '2' },
    body: { parts: [...text('balloonet'), { kind: 'media', mediaId: voice }] },
  })
  await school.as('kai').ask(WriteTranscript, {
    params: { id: voice, revision: '1' },
    body: { locale: 'en', words: 'and then it hummed' },
  })
  expect(await Promise.all(['Zeppelin', 'gasbag', 'Airship', 'balloonet', 'hummed'].map(found))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
  const id = await say('kai', { body: 'flabbergasted' })
  await school
    .as('kai')
    .ask(ReviseReflection, { params: { id, revision: '2' }, body: { body: 'dumbfounded' } })
  expect(await find('kai', 'flabbergasted', 'kai')).toEqual([])
  expect(await find('kai', 'dumbfounded', 'kai')).toEqual([id])
})

test('words about a term or a goal say so; the goal is named to those who see it', async () => {
  const goal = newId()
  await school.as('noor').ask(SetGoal, {
    params: { id: goal },
    body: { form: 'step', words: { step: 'Ask before I guess' }, audiences: ['family'] },
  })
  const [term] = (await school.as('noor').ask(ListPrompts)).body.terms
  const audiences = ['teachers', 'family']
  const about = {
    term: await say('noor', { termId: term?.id, body: 'I ask now.', audiences }),
    goal: await say('noor', { goalId: goal, body: 'It worked twice.', audiences }),
  }
  const named = async (key: string) => {
    const { entries } = (await timeline(key, { kind: 'reflection' }, 'noor')).body
    const of = (id: string) => entries.find((one) => one.id === id)
    return [of(about.term)?.term?.name, of(about.goal)?.goal?.id]
  }
  expect(await named('noor')).toEqual([term?.name, goal])
  expect(await named('leila')).toEqual([term?.name, goal])
  expect(await named('rivera')).toEqual([term?.name, undefined])
})

test('a teacher, a guardian and everybody else find just what they may see', async () => {
  const words = 'Tundra'
  const ids = {
    alone: (await make('mika', '', words)).iterationId,
    teachers: (await make('mika', '', words, ['teachers'])).iterationId,
    family: (await make('mika', '', words, ['family'])).iterationId,
    class: (await make('mika', '', words, ['class'])).iterationId,
    kept: await say('mika', { body: words }),
    told: await say('mika', { body: words, audiences: ['teachers'] }),
    home: await say('mika', { body: words, audiences: ['family'] }),
  }
  const named = async (found: Promise<string[] | 'not there'>) => {
    const list = await found
    return list === 'not there'
      ? list
      : Object.entries(ids)
          .filter(([, id]) => list.includes(id))
          .map(([name]) => name)
  }
  expect(await named(find('mika', words))).toEqual(Object.keys(ids))
  expect(await named(find('rivera', words))).toEqual(['teachers', 'class', 'told'])
  expect(await named(find('amara', words))).toEqual(['family', 'home'])
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'singh', 'ravi']) {
    expect(await named(find(key, words)), key).toBe('not there')
  }
  const found = (await inClass('rivera', { words })).body.entries.map(({ id }) => id)
  expect(found.toSorted()).toEqual([ids.teachers, ids.class, ids.told].toSorted())
  for (const key of ['mika', 'okafor', 'amara', 'chen', 'singh', 'marsh']) {
    expect((await inClass(key, { words })).code, key).toBe('not_found')
  }
})

test('what is deleted is found by nobody until it is back, its learner neither', async () => {
  const piece = await make('mika', '', 'Chokecherry', ['teachers'])
  const reflection = await say('mika', { body: 'Chokecherry', audiences: ['teachers'] })
  const goal = newId()
  await school.as('mika').ask(SetGoal, {
    params: { id: goal },
    body: { form: 'step', words: { step: 'Chokecherry' }, audiences: ['teachers'] },
  })
  expect(await find('rivera', 'Chokecherry')).toHaveLength(3)
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id } })
  await school.as('mika').ask(DeleteReflection, { params: { id: reflection } })
  await school.as('mika').ask(DeleteGoal, { params: { id: goal } })
  expect([await find('mika', 'Chokecherry'), await find('rivera', 'Chokecherry')]).toEqual([[], []])
})

test('a class is searched by the names of its learners, with or without their accents', async () => {
  await make('anh', '', 'A boat of birch bark', ['teachers'])
  await make('noor', '', 'A boat of paper', ['teachers'])
  const names = async (words: string) => [
    ...new Set((await inClass('rivera', { words })).body.entries.map(({ learner }) => learner.name)),
  ]
  const whole = (await inClass('rivera', { words: 'boat' })).body.choices.people
  const anh = whole.find(({ id }) => id === idOf('anh'))?.name ?? ''
  const plain = anh.normalize('NFKD').replace(/\p{M}/gu, '').split(' ')[0]
  expect(await names(`${plain} boat`)).toEqual([anh])
  expect((await inClass('rivera', { words: 'boat', person: idOf('noor') })).body.entries).toHaveLength(1)
})

test('it is narrowed by kind, medium, days, class, and whoever had a hand in it', async () => {
  const picture = await placeMedia(school, 'noor', 'picture')
  const drawn = await make('noor', '', 'Sedge', ['teachers'], [{ kind: 'media', mediaId: picture }])
  const hung = await make('noor', '', 'Sedge', ['class'])
  const told = await say('noor', { body: 'Sedge' })
  const of = async (query: object) =>
    (await timeline('noor', { words: 'Sedge', ...query }, 'noor')).body.entries.map(({ id }) => id).toSorted()
  const all = [drawn.iterationId, hung.iterationId, told].toSorted()
  await giveFeedback(school, 'rivera', drawn.iterationId)
  expect(await of({})).toEqual(all)
  expect(await of({ kind: 'reflection' })).toEqual([told])
  expect(await of({ medium: 'picture' })).toEqual([drawn.iterationId])
  expect(await of({ person: idOf('rivera') })).toEqual([drawn.iterationId])
  expect(await of({ person: idOf('okafor') })).toEqual([])
  expect(await of({ from: '2026-11-24', to: '2026-11-24' })).toEqual(all)
  expect(await of({ to: '2026-11-23' })).toEqual([])
  expect(await of({ from: '2026-11-25' })).toEqual([])
  // what was made for no class belongs where she was then
  expect(await of({ class: classOf('division-3') })).toEqual(all)
  expect(await of({ class: classOf('kindergarten') })).toEqual([])
})

test('it reads on to the end, each entry once, also where many were made in one moment', async () => {
  for (let times = 0; times < 45; times += 1) await make('ravi', '', `moment ${times}`)
  const first = (await timeline('ravi', {}, 'ravi')).body
  expect(first.entries).toHaveLength(40)
  const second = (await timeline('ravi', first.next ?? {}, 'ravi')).body
  const ids = [...first.entries, ...second.entries].map(({ id }) => id)
  expect([second.entries.length, new Set(ids).size, second.next]).toEqual([5, 45, null])
})

test('a year ago is shown to nobody who did not wish it, and shows only their own days', async () => {
  const piece = await make('ines', 'Snow fort', 'A year before')
  school.later(365)
  const ask = async () => (await school.as('ines').ask(contract.GetYearAgo)).body
  const wish = (wished: boolean) => school.as('ines').ask(contract.WishYearAgo, { body: { wished } })
  expect(await ask()).toEqual({ wished: false, entries: [] })
  await wish(true)
  await wish(true)
  expect((await ask()).entries.map(({ id }) => id)).toEqual([piece.iterationId])
  expect((await school.as('mika').ask(contract.GetYearAgo)).body.entries).toEqual([])
  school.later(30)
  expect(await ask()).toEqual({ wished: true, entries: [] })
  await wish(false)
  school.later(-30)
  expect(await ask()).toEqual({ wished: false, entries: [] })
})
