import type { Locale } from '../platform/locales.ts'

/**
 * A line of the logbook: something done by virtue of an office, not of teaching or learning. It is written in the
 * transaction of what it tells of, is never altered, and holds no word or picture that a child made.
 */
export const acts = [
  'district.founded',
  'district.renamed',
  'school.opened',
  'school.renamed',
  'school.closed',
  'school.reopened',
  'class.opened',
  'class.changed',
  'class.archived',
  'class.reopened',
  'enrollment.teacher-added',
  'enrollment.learner-added',
  'enrollment.ended',
  'term.kept',
  'person.entered',
  'person.renamed',
  'person.left',
  'person.returned',
  'person.charged',
  'person.discharged',
  'people.merged',
  'people.parted',
  'people.told-apart',
  'password.given',
  'passwords.issued',
  'passwords.ruled',
  'support.let-in',
  'support.looked',
  'support.ended',
  'second-step.demanded',
  'second-step.freed',
  'password.factor-ended',
  'sessions.ended',
  'guardianship.added',
  'guardianship.corrected',
  'guardianship.ended',
  'guardianship.mistaken',
  'roster.applied',
  'roster.undone',
  'provider.kept',
  'provider.closed',
  'provider.key-made',
  'provider.key-used',
  'program.let-in',
  'program.ended',
  'hook.added',
  'hook.ended',
  'hook.resumed',
  'hook.secret-renewed',
  'identity.linked',
  'framework.adopted',
  'framework.brought',
  'framework.begun',
  'framework.closed',
  'framework.reopened',
  'competency.written',
  'competency.retired',
  'competency.restored',
  'competencies.ordered',
  'profiles.loaded',
  'plan.adopted',
  'window.set',
  'learners.reminded',
  'welcomes.made',
  'welcome.withdrawn',
  'answers.ruled',
  'links.ruled',
  'digests.ruled',
  'translator.kept',
  'translator.ended',
  'showcases.ruled',
  'sharing.suggested',
  'sharing.suggested-here',
  'sharing.follows-district',
  'prompt.added',
  'prompt.closed',
  'prompt.revised',
  'contact.noted',
  'item.published',
  'item.withdrawn',
  'template.written',
  'template.revised',
  'template.closed',
  'exhibition.opened',
  'exhibition.revised',
  'exhibition.ended',
  'errands.retried',
  'errands.let-go',
] as const
export type Act = (typeof acts)[number]

type Subject = Act extends `${infer One}.${string}` ? One : never

/** What lines are about, to choose from a few: by what stands before the dot of an act. */
export const kinds = {
  people: ['person', 'people', 'contact', 'guardianship'],
  classes: ['district', 'school', 'class', 'term', 'enrollment'],
  'signing-in': [
    'provider',
    'identity',
    'password',
    'passwords',
    'second-step',
    'sessions',
    'welcomes',
    'welcome',
    'support',
  ],
  rosters: ['roster'],
  work: ['errands'],
  frameworks: ['framework', 'competency', 'competencies', 'profiles'],
  year: ['plan', 'window', 'learners'],
  programs: ['program', 'hook'],
  rules: ['answers', 'digests', 'links', 'showcases', 'sharing', 'translator'],
  shared: ['prompt', 'item', 'template', 'exhibition'],
} as const satisfies Record<string, readonly Subject[]>
export type LineKind = keyof typeof kinds
export const lineKinds = Object.keys(kinds) as [LineKind, ...LineKind[]]

/**
 * Names of things and settings only; a sentence is made of them where it is read. Where what was before is said too,
 * `before` is `yes`: lines of earlier days know it of little.
 */
export type Said = Record<string, string | number>

export const yesOrNo = (holds: boolean) => (holds ? 'yes' : 'no')

export type Line = {
  act: Act
  personId?: string | undefined
  schoolId?: string | undefined
  classId?: string | undefined
  said?: Said | undefined
}

/** How many lines a page of the logbook holds, and a file of it at most. */
export const linesShown = 100
export const linesExported = 20_000

/** A cell that a spreadsheet would run as a formula is kept as words. */
export function cellOf(text: string): string {
  const plain = /^[\t\r\n ]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/**
 * With the mark that tells a spreadsheet that this is UTF-8. In French the decimal mark is the comma, so a spreadsheet
 * there takes a semicolon for the end of a cell, and would open a file with commas as one column.
 */
export const csvOf = (rows: readonly (readonly string[])[], locale: Locale): string => {
  const between = locale === 'fr' ? ';' : ','
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(between)).join('\r\n')}\r\n`
}
