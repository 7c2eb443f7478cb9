import type { Names } from '../register/registered.ts'
import type { AnomalyCode } from './anomalies.ts'
import { gradeOf, plainName, type RosterPerson } from './roster.ts'
import type { PersonFacts, StandingPerson } from './standing.ts'

/** What many programs write where nothing is known, as PostgreSQL reads it too. */
export const unsaid = 'n/?a|none|null|unknown|[-.x0]*'
const nobodySaid = new RegExp(`^(?:${unsaid})(?:@.*)?$`, 'i')
export const saysWho = (word: string): boolean => !nobodySaid.test(word)

/** A key given to somebody else, or perhaps: nobody may come into another's portfolio by it. */
export function doubtOf(
  { accepts }: { accepts: readonly AnomalyCode[] },
  one: RosterPerson,
  known: StandingPerson,
): 'another_person' | 'perhaps_another' | undefined {
  const { facts } = known
  const [now, then] = [plainName(one.given), plainName(facts.given)]
  const isOfFamily = plainName(one.family) === plainName(facts.family)
  const wasBornThen = one.born && facts.born ? one.born === facts.born : undefined
  // two children of one first name are common; of another family name and another birthday it is not the same one
  if (now === then && (isOfFamily || wasBornThen !== false)) return undefined
  if (wasBornThen !== false && sharesToken(one, facts)) return undefined
  if (!isOfFamily) return 'another_person'
  if (!one.roles.some(({ role }) => role === 'student') || accepts.includes('perhaps_another'))
    return undefined
  if (now.startsWith(then) || then.startsWith(now)) return undefined
  // of the same mark is the same child, or a twin, whom no file tells apart
  const isOther = wasBornThen === undefined ? isInAnotherGrade(one, facts) : !wasBornThen
  return isOther ? 'perhaps_another' : undefined
}

function isInAnotherGrade(one: RosterPerson, facts: PersonFacts): boolean {
  const [now, then] = [gradeOf(one.grades[0] ?? ''), gradeOf(facts.grades[0] ?? '')]
  return now !== undefined && then !== undefined && now !== then
}

function sharesToken(one: RosterPerson, facts: PersonFacts): boolean {
  const tokens = (of: { email: string; username: string; master: string; identifiers: string[] }) =>
    [of.email, of.username, of.master, ...of.identifiers]
      .filter((token) => saysWho(bareOf(token)))
      .map((token) => token.toLowerCase())
  const theirs = new Set(tokens(facts))
  return tokens(one).some((token) => theirs.has(token) && !isMadeOf(token, one.key.toLowerCase()))
}

const bareOf = (token: string) => token.replace(/^\{[^:{}]*:(.*)\}$/, '$1')

/**
 * `{Type:Id}` and addresses are often made out of the key, as are `s4711` and `STU-004711`; then they say no more than
 * the key that was handed on.
 */
function isMadeOf(token: string, key: string): boolean {
  const bare = bareOf(token).replace(/@.*$/, '')
  // two letters before a number may be a name
  const number = /^\D?0*(\d+)$/.exec(bare)?.[1]
  return bare === key || (number !== undefined && number === /^\D*0*(\d+)$/.exec(key)?.[1])
}

/** What they are called every day, and beside it what the papers say where that is another name. */
export function namesOf(one: RosterPerson): Names {
  const given = one.usualGiven || one.given
  const family = one.usualFamily || one.family
  return {
    given,
    family,
    legalGiven: given === one.given ? null : one.given,
    legalFamily: family === one.family ? null : one.family,
  }
}

/**
 * Only for those who are said to be adults: nobody is made one with a child. By their names too, because what one
 * program writes into every row would make all guardians one, who sees every child.
 */
export function humanOf({
  master,
  email,
  given,
  family,
  roles,
}: Pick<PersonFacts, 'master' | 'email' | 'given' | 'family' | 'roles'>): string {
  if (roles.length === 0 || roles.includes('student')) return ''
  if (saysWho(master)) return `master ${master} ${plainName(family)}`
  if (!saysWho(email)) return ''
  return [email.toLowerCase(), plainName(given), plainName(family)].join(' ')
}

/** What of a record is kept, to know somebody by it again. */
export function factsOf(one: RosterPerson): PersonFacts {
  const { given, family, grades, email, username, master, identifiers } = one
  const roles = [...new Set(one.roles.map(({ role }) => role))].toSorted()
  const facts = { given, family, roles, grades, email, username, master, identifiers }
  return one.born ? { ...facts, born: one.born } : facts
}

/** Its parts in one order, however the database keeps them. */
const spell = (of: PersonFacts) =>
  JSON.stringify([
    of.given,
    of.family,
    of.roles,
    of.grades,
    of.email,
    of.username,
    of.master,
    of.identifiers,
    of.born ?? '',
  ])
export const sameFacts = (one: PersonFacts, other: PersonFacts) => spell(one) === spell(other)
