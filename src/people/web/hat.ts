import type { Hat } from '../person.ts'

/** Work comes before home where a person has both, because that is what a school's device is opened for. */
const usualOrder: readonly Hat[] = ['learner', 'teacher', 'office', 'guardian']

/**
 * The hat to begin with: the one last worn on this device if it is still theirs. Somebody whose ties have all
 * ended gets the guardian's, whose screens show nothing to those who have nobody.
 */
export function chooseHat(hats: readonly Hat[], worn: string | null): Hat {
  return hats.find((hat) => hat === worn) ?? usualOrder.find((hat) => hats.includes(hat)) ?? 'guardian'
}

/** In the same order on every device, whatever order the answer had. */
export function sortHats(hats: readonly Hat[]): Hat[] {
  return usualOrder.filter((hat) => hats.includes(hat))
}

/** Remembered for one person on one device: the tablet in the classroom and the phone at home differ. */
export function wornHat(person: string): string | null {
  return localStorage.getItem(keptIn(person))
}

export function rememberHat(person: string, hat: Hat) {
  localStorage.setItem(keptIn(person), hat)
}

const keptIn = (person: string) => `cairn.hat.${person}`
