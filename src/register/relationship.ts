/** What guardians are to a child in most families: said in the language of whoever reads. */
const spellings = {
  mother: ['mother', 'mom', 'mum', 'mère', 'maman'],
  father: ['father', 'dad', 'père', 'papa'],
  parent: ['parent'],
  grandmother: ['grandmother', 'grandma', 'grand-mère', 'grand-maman'],
  grandfather: ['grandfather', 'grandpa', 'grand-père', 'grand-papa'],
  grandparent: ['grandparent', 'grand-parent'],
  stepmother: ['stepmother', 'belle-mère'],
  stepfather: ['stepfather', 'beau-père'],
  'foster-mother': ['foster mother', 'mère d’accueil'],
  'foster-father': ['foster father', 'père d’accueil'],
  'foster-parent': ['foster parent', 'parent d’accueil', 'famille d’accueil'],
  aunt: ['aunt', 'tante'],
  uncle: ['uncle', 'oncle'],
  sister: ['sister', 'sœur', 'soeur'],
  brother: ['brother', 'frère'],
  relative: ['relative', 'parenté'],
  guardian: ['guardian', 'tuteur', 'tutrice', 'tuteur ou tutrice'],
} as const

export type Kin = keyof typeof spellings

const known = new Map<string, Kin>(
  Object.entries(spellings).flatMap(([kin, names]) => names.map((name) => [name, kin as Kin] as const)),
)

/** Undefined for what a school says in words of its own: those stay as they were typed. */
export const kinOf = (relationship: string): Kin | undefined =>
  known.get(relationship.trim().toLowerCase().normalize('NFC').replaceAll("'", '’').replaceAll(/\s+/g, ' '))
