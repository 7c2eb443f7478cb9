import type { Locale } from '../platform/locales.ts'

/**
 * What a browser needs before it can show a screen, by its address. The build writes it down, so that the
 * page can ask for all of it at once instead of finding each file inside the one before.
 */
export type FirstLoads = {
  /** what every screen needs */
  entry: string[]
  words: Record<Locale, string[]>
  /** addresses as in `/pieces/:id`, each with what it needs besides, and what it says besides */
  screens: { path: string; files: string[]; words: Record<Locale, string[]> }[]
}

/** The screen shown at an address. */
export function screenAt(loads: FirstLoads, address: string): FirstLoads['screens'][number] | undefined {
  const steps = stepsOf(address)
  return loads.screens.find(({ path }) => {
    const wanted = stepsOf(path)
    return (
      wanted.length === steps.length && wanted.every((step, i) => step.startsWith(':') || step === steps[i])
    )
  })
}

const stepsOf = (address: string) => address.split(/[?#]/, 1)[0]?.split('/').filter(Boolean) ?? []
