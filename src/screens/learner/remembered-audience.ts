import { audiences } from '../../work/piece.ts'
import type { ChosenAudience } from '../../work/web/audience-chooser.tsx'

const keyOf = (personId: string) => `cairn.audience.${personId}`

/** Whom this learner showed their work to the last time, on this device; undefined where they never chose here. */
export function rememberedAudience(personId: string): ChosenAudience[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '0')
    return Array.isArray(kept) ? kept.filter(isChosenAudience) : undefined
  } catch {
    return undefined
  }
}

export function rememberAudience(personId: string, chosen: readonly ChosenAudience[]): void {
  localStorage.setItem(keyOf(personId), JSON.stringify(chosen))
}

function isChosenAudience(value: unknown): value is ChosenAudience {
  const { audience } = (value ?? {}) as { audience?: unknown }
  return audiences.some((one) => one === audience)
}
