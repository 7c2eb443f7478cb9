/**
 * Somebody as the office keeps them: names, ties and ways in, and nothing of anybody's work. What a roster says and
 * what was done by hand stand beside each other; each tie says which it is.
 */
export const personKinds = ['learner', 'teacher', 'staff', 'guardian', 'office'] as const
export type PersonKind = (typeof personKinds)[number]

export const duties = ['principal', 'office', 'safeguarding', 'staff'] as const
export type Duty = (typeof duties)[number]

export const endings = ['over', 'mistake'] as const
export type Ending = (typeof endings)[number]

export type Names = {
  given: string
  family: string
  legalGiven: string | null
  legalFamily: string | null
}

/** As they are kept: without the blanks around them, and a legal name only where it is another. */
export function tidyNames({ given, family, legalGiven, legalFamily }: Names): Names {
  const usual = { given: given.trim(), family: family.trim() }
  const other = (legal: string | null, same: string) => {
    const kept = legal?.trim() ?? ''
    return kept === '' || kept === same ? null : kept
  }
  return {
    ...usual,
    legalGiven: other(legalGiven, usual.given),
    legalFamily: other(legalFamily, usual.family),
  }
}

export const sameNames = (one: Names, other: Names): boolean =>
  one.given === other.given &&
  one.family === other.family &&
  one.legalGiven === other.legalGiven &&
  one.legalFamily === other.legalFamily

export const sayNames = ({ given, family }: Names): string => `${given} ${family}`.trim()

/** A name to sign in with: no blanks, nothing that somebody would mistype on a tablet. */
export const isUsername = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,99}$/u.test(text)

/** At most so many people are found at once; a longer word finds fewer. */
export const peopleFound = 30
