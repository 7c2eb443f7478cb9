import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { ListPrompts } from './contract.ts'
import { bandOfGrade, type Stage } from './prompt.ts'
import { askAgain, bankPrompts } from './prompt-bank.ts'
import { readAsked, readOwnPromptsFor, readSchooling } from './prompt-store.ts'

/** All the questions there are for somebody; which of them to ask is chosen on the device (`choosePrompts`). */
export async function listPrompts(context: Context): Promise<OutputOf<typeof ListPrompts>> {
  const { grade, terms } = await readSchooling(context)
  const band = bandOfGrade(grade)
  const asked = new Map((await readAsked(context)).map((one) => [one.key, one]))
  const known = (key: string) => ({
    askedAt: asked.get(key)?.askedAt.toISOString() ?? null,
    lastAnswer: asked.get(key)?.lastAnswer ?? null,
  })
  const own = (await readOwnPromptsFor(context, band)).map(({ id, stage, words, french, by }) => ({
    key: id,
    stage: stage as Stage | null,
    words: { en: words, fr: french || words },
    own: true,
    by,
    ...known(id),
  }))
  const fromBank = bankPrompts
    .filter((prompt) => prompt.band === band)
    .map(({ key, stage, words }) => ({ key, stage, words, own: false, by: null, ...known(key) }))
  return { band, again: askAgain, prompts: [...own, ...fromBank], terms }
}
