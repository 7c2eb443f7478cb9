import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListGoals } from '../../src/goals/contract.ts'
import { ListPrompts, ListReflections } from '../../src/reflections/contract.ts'
import { castMember } from '../support/cast.ts'
import { addPiece } from '../support/making.ts'
import { learnersOf, reflectOnTerm } from '../support/reflecting.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

/**
 * Scene 3 of the plan, up to the learning update: a class says at the end of a term what grew and what comes
 * next; a child of five says it aloud while an adult writes; and no adult can say it in a child's place.
 */
let stage: Stage
let mika: Page
beforeAll(async () => {
  stage = await openStage({ devices: true })
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}

/** Of a class of twenty-two, those who have had their say by now; fourteen have not. */
const reflecting = () =>
  learnersOf('division-3')
    .filter((key) => key !== 'mika' && castMember(key).username !== undefined)
    .slice(0, 7)

test('most of a class has said nothing yet; eight say what grew this term and set a goal', async () => {
  expect(learnersOf('division-3')).toHaveLength(22)
  for (const key of reflecting()) {
    await reflectOnTerm(stage.school, key, { words: `${castMember(key).givenName} looks longer now.` })
  }
  await visit(mika, '/reflections')
  await action(mika, 'Say something').click()
  const [term] = (await stage.school.as('mika').ask(ListPrompts)).body.terms
  await mika.getByLabel('What is it about?').selectOption({ label: term?.name ?? '' })
  const questions = mika.getByRole('list', { name: 'Questions to begin from' })
  await action(questions, /^Answer this/)
    .first()
    .click()
  await mika.getByLabel('Your words').fill('I draw what I see now, not what I think is there.')
  await action(mika, 'Save my words').click()
  await see(mika.getByText('I draw what I see now'), mika.getByText(new RegExp(term?.name ?? '-')).first())

  await visit(mika, '/goals')
  await action(mika, 'Set a goal').click()
  await mika.getByLabel('A wish with a plan').check()
  await mika.getByLabel('What do you wish for?').fill('Read aloud to my brother')
  await mika.getByLabel('What in me could get in the way?').fill('I get shy')
  await mika.getByLabel('If that happens, then I will …').fill('If I get shy, then I whisper first')
  await action(mika, 'Save my goal').click()
  await see(heading(mika, 'Read aloud to my brother'))
  await mika.getByText('What I say about it').click()
  await action(mika, 'Say something about it').click()
  await mika.getByLabel('Your words').fill('He laughed at the right place.')
  await action(mika, 'Save my words').click()
  await see(mika.getByText('He laughed at the right place.'))
})

test('without a network it is said all the same, and arrives once', async () => {
  await visit(mika, '/reflections')
  await action(mika, 'Say something').click()
  await see(mika.getByRole('list', { name: 'Questions to begin from' }).getByRole('listitem').first())
  await mika.context().setOffline(true)
  await mika.getByLabel('Your words').fill('Said in the bus, where there is no network.')
  await action(mika, 'Save my words').click()
  await see(action(mika, 'Say something'))
  await mika.context().setOffline(false)
  const said = async () =>
    (
      await stage.school.as('mika').ask(ListReflections, { params: { id: idOf('mika') } })
    ).body.reflections.filter(({ body }) => body.startsWith('Said in the bus')).length
  await expect.poll(said).toBe(1)
})

test('Théo says it aloud and Ms. Okafor writes: the record keeps who spoke, who wrote, and his voice beside it', async () => {
  const piece = await addPiece(stage.school, 'theo', ['teachers', 'family'], 'kindergarten')
  const okafor = await stage.device('okafor', desk)
  await visit(okafor, `/pieces/${piece.id}`)
  await action(okafor, /^Write down what .* says$/).click()
  const saying = okafor.locator('form', { has: okafor.getByLabel('What the child says') })
  await action(saying, 'Voice note').click()
  await see(action(saying, 'Stop'))
  await okafor.getByLabel('What the child says').fill('It is a rocket and it goes to Baba.')
  await see(okafor.getByText('0:01', { exact: true }))
  // while it still records: what was said is saved too
  await action(okafor, 'Save my words').click()
  const told = async () =>
    (await stage.school.as('theo').ask(ListReflections, { params: { id: idOf('theo') } })).body.reflections[0]
  await expect.poll(told).toMatchObject({
    learner: { id: idOf('theo') },
    scribe: { id: idOf('okafor') },
    may: { revise: true },
  })
  await expect.poll(async () => (await told())?.parts[0]?.media.state).toBe('ready')
  expect((await told())?.parts[0]?.media.kind).toBe('audio')
  const theo = await stage.device('theo', phone)
  await visit(theo, `/pieces/${piece.id}`)
  await see(theo.getByText(/written down by/), theo.locator('audio, video').first())
})

test('the server refuses every word a teacher or a parent would say in a learner’s place', async () => {
  const { goals } = (await stage.school.as('mika').ask(ListGoals, { params: { id: idOf('mika') } })).body
  const { reflections } = (
    await stage.school.as('mika').ask(ListReflections, { params: { id: idOf('mika') } })
  ).body
  const about = {
    learnerId: idOf('mika'),
    goalId: goals[0]?.id ?? '',
    reflectionId: reflections[0]?.id ?? '',
  }
  for (const key of ['rivera', 'amara']) {
    const page = await stage.device(key, desk)
    await visit(page, key === 'rivera' ? '/today' : '/family')
    const codes = await page.evaluate(speakInTheirPlace, about)
    expect(codes, key).toEqual(codes.map(() => expect.stringMatching(/^(not_allowed|not_found)$/)))
    expect(codes).toHaveLength(8)
  }
  const after = (await stage.school.as('mika').ask(ListGoals, { params: { id: idOf('mika') } })).body.goals
  expect(after).toEqual(goals)
})

test('their teacher reads what was shared, one by one or found in the class, and nothing of the others', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/classes/${classOf('division-3')}/find?kind=reflection&words=looks%20longer`)
  await see(rivera.getByText('7 things found'))
  expect(await rivera.getByRole('article').count()).toBe(reflecting().length)
  await visit(rivera, `/learners/${idOf('mika')}`)
  await see(heading(rivera, 'Read aloud to my brother'))
})

/** In an adult's own browser, signed in as themselves: everything by which they could speak for a child. */
async function speakInTheirPlace(about: {
  learnerId: string
  goalId: string
  reflectionId: string
}): Promise<string[]> {
  const put = async (path: string, body: object) => {
    const headers = { 'x-cairn': '1', 'content-type': 'application/json' }
    const answer = await fetch(`/api/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
    return answer.ok ? 'kept' : ((await answer.json()) as { error: { code: string } }).error.code
  }
  const id = () => crypto.randomUUID()
  const { learnerId, goalId, reflectionId } = about
  return Promise.all([
    put(`reflections/${id()}`, { learnerId, body: 'She says that she is happy.' }),
    put(`reflections/${reflectionId}/revisions/2`, { body: 'Other words' }),
    put(`reflections/${reflectionId}/deletion`, {}),
    put(`goals/${id()}`, { learnerId, form: 'step', words: { step: 'Be tidy' } }),
    put(`goals/${goalId}/revisions/2`, { words: { wish: 'Be tidy' } }),
    put(`goal-checks/${id()}`, { goalId, standing: 'there', words: 'Done' }),
    put(`goals/${goalId}/ending`, { kind: 'reached', words: '' }),
    put(`goals/${goalId}/deletion`, {}),
  ])
}
