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

/** Screens that belong to one hat: whoever goes there directly puts it on. */
const places: readonly [Hat, RegExp][] = [
  ['teacher', /^\/(today|classes)(\/|$)/],
  ['guardian', /^\/family(\/|$)/],
  ['office', /^\/office(\/|$)/],
]

export function hatOfPlace(address: string): Hat | undefined {
  return places.find(([, place]) => place.test(address))?.[0]
}

/** Remembered for one person on one device: the tablet in the classroom and the phone at home differ. */
export function wornHat(person: string): string | null {
  return localStorage.getItem(keptIn(person))
}

export function rememberHat(person: string, hat: Hat) {
  localStorage.setItem(keptIn(person), hat)
}

const keptIn = (person: string) => `cairn.hat.${person}`
