import bcCore from '../../packs/bc/core-competencies.json' with { type: 'json' }
import bcLetters from '../../packs/bc/letter-grades.json' with { type: 'json' }
import bcScale from '../../packs/bc/proficiency-scale.json' with { type: 'json' }
import habits from '../../packs/plain/habits-of-learning.json' with { type: 'json' }
import spokane from '../../packs/spokane/graduate-profile.json' with { type: 'json' }
import { childOf, type DraftCompetency, type FrameworkDraft, type JudgedBy } from './framework.ts'

/**
 * Frameworks and scales that come with Cairn as versioned data. A district takes one over; a later version is
 * taken over like any other edition, so that what points at an item keeps pointing.
 */
type InTwo = { en: string; fr: string }

type FrameworkPack = {
  pack: string
  version: string
  judgedBy: string
  title: InTwo
  creator: string
  notes: InTwo
  competencies: readonly { id: string; parent?: string; kind: string; name: InTwo; plain: InTwo }[]
}

type Level = { code: string; name: InTwo; meaning: InTwo; from?: number; to?: number }

/** A scale a teacher judges on. A judgement names its pack and version, so that it reads the same in ten years. */
type ScalePack = {
  pack: string
  version: string
  title: InTwo
  source: string
  grades: readonly string[]
  levels: readonly Level[]
  /** what is said instead of a level: never a level, and in no calculation */
  withoutLevel: readonly Level[]
}

const frameworkPacks: readonly FrameworkPack[] = [bcCore, spokane, habits]
const scalePacks: readonly ScalePack[] = [bcScale, bcLetters]

export const packNames = frameworkPacks.map(({ pack }) => pack)

export type OfferedPack = {
  pack: string
  version: string
  title: InTwo
  notes: InTwo
  judgedBy: JudgedBy
  items: number
}

export const offeredPacks: readonly OfferedPack[] = frameworkPacks.map((one) => ({
  pack: one.pack,
  version: one.version,
  title: one.title,
  notes: one.notes,
  judgedBy: judgedBy(one),
  items: one.competencies.length,
}))

export function draftOfPack(name: string): (FrameworkDraft & { judgedBy: JudgedBy }) | undefined {
  const found = frameworkPacks.find(({ pack }) => pack === name)
  if (!found) return undefined
  const identifierOf = (id: string) => `${found.pack}/${id}`
  return {
    identifier: found.pack,
    title: found.title.en,
    creator: found.creator,
    version: found.version,
    language: 'en',
    notes: found.notes.en,
    translations: { fr: { title: found.title.fr, notes: found.notes.fr } },
    origin: 'pack',
    pack: found.pack,
    judgedBy: judgedBy(found),
    competencies: found.competencies.map(
      ({ id, kind, name, plain }): DraftCompetency => ({
        identifier: identifierOf(id),
        statement: name.en,
        notes: plain.en,
        kind,
        translations: { fr: { statement: name.fr, notes: plain.fr } },
      }),
    ),
    ties: found.competencies.map(({ id, parent }, place) => ({
      identifier: `${identifierOf(id)}/parent`,
      kind: childOf,
      origin: identifierOf(id),
      destination: parent === undefined ? found.pack : identifierOf(parent),
      sequence: place + 1,
    })),
    oddities: [],
  }
}

function judgedBy(pack: FrameworkPack): JudgedBy {
  return pack.judgedBy === 'teacher' ? 'teacher' : 'learner'
}

/** The scales that come with Cairn, as the API shows them. */
export const offeredScales = scalePacks.map(
  ({ pack, version, title, source, grades, levels, withoutLevel }) => ({
    pack,
    version,
    title,
    source,
    grades: [...grades],
    levels: levels.map(shownLevel),
    withoutLevel: withoutLevel.map(shownLevel),
  }),
)

function shownLevel({ code, name, meaning, from, to }: Level) {
  return { code, name, meaning, percent: from === undefined || to === undefined ? null : { from, to } }
}
