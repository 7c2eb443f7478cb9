/**
 * A card with which a young child signs in: its code is shown to the camera, and the picture that only the child
 * and their teachers know is tapped. It opens on the devices at the door of its class and nowhere else. It
 * belongs to the class's teachers to hand out; what it opens is the learner's own.
 */
export const pictures = [
  'sun',
  'fish',
  'house',
  'tree',
  'boat',
  'star',
  'apple',
  'snail',
  'kite',
  'moon',
  'flower',
  'mushroom',
] as const
export type Picture = (typeof pictures)[number]

/** Nothing that is mistaken for something else when typed, and no vowels, so that no code is a word. */
export const letters = '0123456789BCDFGHJKMNPQRSTVWXYZ'
export const codeLength = 8

/** How far ahead a device may stand at a class's door. */
export const mostDays = 366

const printed = /\/class-sign-in#([0-9A-Z]+)$/

/** What stands in the printed square: any phone that reads it is led to a page that says where the card works. */
export const addressOfCode = (origin: string, code: string): string => `${origin}/class-sign-in#${code}`

/** The code in what a camera read or somebody typed; undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const plain = (printed.exec(text.trim())?.[1] ?? text).toUpperCase().replaceAll(/[\s-]/g, '')
  const read = plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const isCode = read.length === codeLength && [...read].every((letter) => letters.includes(letter))
  return isCode ? read : undefined
}

/** The code in a printed square; undefined when the square is of something else. */
export const readSquare = (text: string): string | undefined =>
  printed.test(text.trim()) ? readCode(text) : undefined

/** A square of something else may well say eight letters: on a library book, on the back of a tablet. */
export const codeOrOther = (text: string): string => readSquare(text) ?? ''

/** As it is printed for those who type it. */
export const spelled = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** Without saying which: a picture for somebody new, so that neighbors rarely have the same. */
export const pictureFor = (place: number): Picture => pictures[place % pictures.length] ?? 'sun'
