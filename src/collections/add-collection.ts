import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { ownsPortfolio } from '../work/piece-store.ts'
import { faultIn, holdOf, keepsTemplate, type Said, type TemplateSection } from './collection.ts'
import type { AddCollection } from './contract.ts'
import {
  countForeign,
  countUsableVoices,
  insertCollection,
  isSameCollection,
  type SaidCollection,
  templateToUse,
} from './keeping-store.ts'
import { collectionFor } from './store.ts'

/** A learner begins a collection of their own work. */
export async function addCollection(context: Context, input: InputOf<typeof AddCollection>): Promise<void> {
  if (!(await ownsPortfolio(context))) throw new Refusal('not_allowed')
  const { templateId, ...rest } = input
  const said = { ...rest, revision: 1 }
  const template = templateId === undefined ? undefined : await templateToUse(context, templateId)
  if (templateId !== undefined && !template) throw new Refusal('not_found')
  await demandOwn(context, said)
  demandTemplate(said, template)
  if (await insertCollection(context, said, template)) return
  const kept = await collectionFor(context, input.id, 'revise')
  if (kept?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  if (!(await isSameCollection(context, said))) throw new Refusal('id_taken')
}

/** Only one's own work, and only words one said oneself. */
export async function demandOwn(context: Context, said: SaidCollection): Promise<void> {
  const fault = faultIn(said)
  if (fault) throw new InvalidInput(fault)
  const voices = said.sections.flatMap(({ choices }) => choices.map((one) => one.whyMediaId))
  const spoken = [...new Set([said.aboutMediaId, ...voices].filter((id) => id !== undefined))]
  const usable = spoken.length === 0 || (await countUsableVoices(context, said.id, spoken)) === spoken.length
  if (!usable || (await countForeign(context, said)) > 0) throw new Refusal('not_found')
}

export function demandTemplate(
  said: Said,
  template: { sections: TemplateSection[]; grade: string | null } | undefined,
): void {
  if (!template || keepsTemplate(said, template.sections, holdOf(template.grade))) return
  throw new InvalidInput({ sections: 'template_holds' })
}
