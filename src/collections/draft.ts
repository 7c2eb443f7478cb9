import type { Look } from './collection.ts'

/**
 * A collection as its learner is arranging it. Every change answers a new one, so that nothing typed is lost by
 * going back, and what is kept on the device is always whole.
 */
export type DraftChoice = {
  id: string
  pieceId: string
  /** what it is called, for the page that arranges it */
  title: string
  iterationId?: string | undefined
  secondId?: string | undefined
  why: string
  whyMediaId?: string | undefined
  highlight: boolean
  growth: boolean
  beside: readonly string[]
}

export type DraftSection = {
  id: string
  title: string
  from?: number | undefined
  belongs: string
  choices: readonly DraftChoice[]
}

export type Draft = {
  title: string
  about: string
  aboutMediaId?: string | undefined
  look: Look
  cover?: string | undefined
  sections: readonly DraftSection[]
}

export const emptyDraft: Draft = { title: '', about: '', look: 'paper', sections: [] }

export const newChoice = (id: string, piece: { id: string; title: string }): DraftChoice => ({
  id,
  pieceId: piece.id,
  title: piece.title,
  why: '',
  highlight: false,
  growth: false,
  beside: [],
})

const inSections = (draft: Draft, change: (section: DraftSection) => DraftSection): Draft => ({
  ...draft,
  sections: draft.sections.map(change),
})

export const changeSection = (draft: Draft, id: string, change: Partial<DraftSection>): Draft =>
  inSections(draft, (section) => (section.id === id ? { ...section, ...change } : section))

export const changeChoice = (draft: Draft, id: string, change: Partial<DraftChoice>): Draft =>
  inSections(draft, (section) => ({
    ...section,
    choices: section.choices.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }))

/** Its cover goes with it. */
export function removeChoice(draft: Draft, id: string): Draft {
  const rest = inSections(draft, (section) => ({
    ...section,
    choices: section.choices.filter((one) => one.id !== id),
  }))
  return draft.cover === id ? { ...rest, cover: undefined } : rest
}

export const addChoices = (draft: Draft, sectionId: string, choices: readonly DraftChoice[]): Draft =>
  inSections(draft, (section) =>
    section.id === sectionId ? { ...section, choices: [...section.choices, ...choices] } : section,
  )

export const addSection = (draft: Draft, section: DraftSection): Draft => ({
  ...draft,
  sections: [...draft.sections, section],
})

/** The work in it goes to the section before, or the one after: removing a heading removes nobody's choice. */
export function removeSection(draft: Draft, id: string): Draft {
  const at = draft.sections.findIndex((section) => section.id === id)
  const heir = draft.sections[at - 1] ?? draft.sections[at + 1]
  if (at < 0 || !heir) return draft
  const left = draft.sections[at]?.choices ?? []
  const sections = draft.sections
    .filter((section) => section.id !== id)
    .map((section) =>
      section.id === heir.id ? { ...section, choices: [...section.choices, ...left] } : section,
    )
  return { ...draft, sections }
}

export function moveSection(draft: Draft, id: string, by: -1 | 1): Draft {
  return { ...draft, sections: moved(draft.sections, id, by) }
}

/** Up or down among all the work: past the end of its section it goes on in the next one. */
export function moveChoice(draft: Draft, id: string, by: -1 | 1): Draft {
  const at = draft.sections.findIndex(({ choices }) => choices.some((one) => one.id === id))
  const choices = draft.sections[at]?.choices ?? []
  const place = choices.findIndex((one) => one.id === id)
  const next = place + by
  if (next >= 0 && next < choices.length) {
    return changeSection(draft, draft.sections[at]?.id ?? '', { choices: moved(choices, id, by) })
  }
  const neighbor = draft.sections[at + by]
  return neighbor ? placeChoice(draft, id, neighbor.id, by < 0 ? neighbor.choices.length : 0) : draft
}

/** Wherever somebody lets go of it. */
export function placeChoice(draft: Draft, id: string, sectionId: string, place: number): Draft {
  const choice = draft.sections.flatMap(({ choices }) => choices).find((one) => one.id === id)
  if (!choice || !draft.sections.some((section) => section.id === sectionId)) return draft
  return inSections(draft, (section) => {
    const rest = section.choices.filter((one) => one.id !== id)
    const before = section.choices.slice(0, place).filter((one) => one.id !== id).length
    return { ...section, choices: section.id === sectionId ? rest.toSpliced(before, 0, choice) : rest }
  })
}

function moved<T extends { id: string }>(list: readonly T[], id: string, by: -1 | 1): T[] {
  const at = list.findIndex((one) => one.id === id)
  const one = list[at]
  const to = at + by
  if (!one || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, one)
}
