import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/entry/modules.ts'
import { GiveFeedback, ReplyToFeedback } from '../../src/feedback/contract.ts'
import { SetGoal } from '../../src/goals/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { AddReflection } from '../../src/reflections/contract.ts'
import { DeleteWork } from '../../src/work/contract.ts'
import { addPieceOf } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { type Belongings, forge } from './trespass.ts'

/** What a child made and shows everybody it can be shown to: those who keep a school see none of it (rule 9). */
let school: School
const said = 'telltale-kestrel'
const ids: Record<string, string> = {}
beforeAll(async () => {
  school = await openSchool()
  const must = async (key: string, endpoint: Endpoint, id: string, body: object) => {
    const answer = await school.as(key).ask(endpoint, { params: { id }, body })
    if (answer.status !== 200) throw new Error(`${endpoint.name}: ${answer.text}`)
    return id
  }
  const parts = [{ kind: 'text' as const, text: said }]
  const shown = await addPieceOf(school, 'mika', parts, ['teachers', 'family', 'class'])
  const about = { pieceId: shown.id, iterationId: shown.iterationId }
  const feedback = { iterationId: shown.iterationId, body: said }
  const feedbackId = await must('rivera', GiveFeedback, newId(), feedback)
  await must('mika', ReplyToFeedback, newId(), { feedbackId, kind: 'not_yet', why: said })
  const audiences = ['teachers', 'family']
  const goalId = await must('mika', SetGoal, newId(), { form: 'step', words: { step: said }, audiences })
  const reflection = { pieceId: shown.id, body: said, promptWords: said, audiences }
  const reflectionId = await must('mika', AddReflection, newId(), reflection)
  const gone = await addPieceOf(school, 'mika', parts)
  const deletionId = await must('mika', DeleteWork, newId(), { pieceId: gone.id })
  Object.assign(ids, about, { feedbackId, goalId, reflectionId, deletionId, learnerId: idOf('mika') })
  Object.assign(ids, { classId: classOf('division-3'), shareId: shown.shareIds[0] ?? '' })
})
afterAll(() => school.close())

const reads = routes.map(({ endpoint }) => endpoint).filter(({ method }) => method === 'GET')

/** Every question with the child's own words where words may stand, and the ids of their things where ids may. */
function asked({ params, query }: Endpoint): object[] {
  const forged = query ? Object.entries(forge(query, ids as Belongings)[0] as object) : []
  const telling = forged.map(([name, value]) => [name, /^x+$/.test(String(value)) ? said : value])
  const questions = query ? [{}, { query: Object.fromEntries(telling) }] : [{}]
  if (!params) return questions
  return Object.values(ids).flatMap((id) =>
    questions.map((one) => ({
      params: { id, revision: '1', shelf: 'own', learnerId: ids['learnerId'] },
      ...one,
    })),
  )
}

test('the child and her teacher are told it by these very questions', async () => {
  const telling = ['GetPiece', 'ListFeedback', 'GetPortfolio', 'ListGoals', 'ListReflections']
  for (const key of ['mika', 'rivera']) {
    const told = new Set<string>()
    for (const endpoint of reads.filter(({ name }) => telling.includes(name)))
      for (const parts of asked(endpoint))
        if ((await school.as(key).ask(endpoint, parts)).text.includes(said)) told.add(endpoint.name)
    expect([key, ...telling.filter((name) => !told.has(name))]).toEqual([key])
  }
})

test.each(['singh', 'chen', 'amari'])(
  '%s reads no word of it: by its id, by its words in any search, in the logbook and its file, in what waits or failed, in any list or file',
  async (key) => {
    const found: string[] = []
    for (const endpoint of reads)
      for (const parts of asked(endpoint)) {
        const { status, text } = await school.as(key).ask(endpoint, parts)
        if (text.includes(said) || status >= 500)
          found.push(`${endpoint.name} ${status} ${JSON.stringify(parts)}`)
      }
    expect(found).toEqual([])
  },
  300_000,
)
