import { v7 as newId } from 'uuid'
import { AdoptPack, GetFramework } from '../../src/competencies/contract.ts'
import * as contract from '../../src/self-assessment/contract.ts'
import type { School } from './school.ts'

/** Takes a pack over for Nechako Lakes and answers where its items are found, by name. */
export async function adoptPack(school: School, pack = 'bc/core-competencies') {
  const adopted = await school.as('singh').ask(AdoptPack, { body: { pack } })
  const frameworkId = adopted.body.frameworkId
  const read = await school.as('mika').ask(GetFramework, { params: { id: frameworkId } })
  const ids = new Map(read.body.items.map(({ statement, id }) => [statement, id]))
  const competency = (name: string) => {
    const id = ids.get(name)
    if (!id) throw new Error(`the pack has no "${name}"`)
    return id
  }
  return { frameworkId, competency }
}

export async function claim(school: School, key: string, body: object, id = newId()) {
  return { id, answer: await school.as(key).ask(contract.MakeClaim, { params: { id }, body }) }
}

export async function tag(school: School, key: string, body: object, id = newId()) {
  return { id, answer: await school.as(key).ask(contract.TagPiece, { params: { id }, body }) }
}

export async function suggest(school: School, key: string, body: object, id = newId()) {
  return { id, answer: await school.as(key).ask(contract.SuggestTag, { params: { id }, body }) }
}

/** What the learner answers to a suggestion. */
export async function answerTo(school: School, key: string, id: string, answer: 'accepted' | 'left') {
  const body = answer === 'accepted' ? { answer, tagId: newId() } : { answer }
  return school.as(key).ask(contract.AnswerSuggestion, { params: { id }, body })
}
