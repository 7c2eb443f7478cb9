import { isLocale, type Locale } from '../../platform/locales.ts'

/** That this device stands at the door of a class: kept where it can be read before anything is fetched. */
const keptIn = 'cairn.class-device'

export const classDoor = '/class-sign-in'

/** In the address of the door for names and passwords, on a device that shows children another. */
export const grownUp = 'grown-up'

export const isClassDevice = (): boolean => localStorage.getItem(keptIn) !== null

/** With the language in which it stands there: the last child's own must not be the next one's. */
export function noteClassDevice(locale: Locale): void {
  if (!isClassDevice()) localStorage.setItem(keptIn, locale)
}

export const localeOfDoor = (): Locale => {
  const kept = localStorage.getItem(keptIn)
  return isLocale(kept) ? kept : 'en'
}

export const forgetClassDevice = (): void => localStorage.removeItem(keptIn)

/** Where whoever leaves this device leaves it for the next. */
export const doorHere = (): string => (isClassDevice() ? classDoor : '/sign-in')
