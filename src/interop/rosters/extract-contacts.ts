import { plainName } from '../../rosters/roster.ts'
import { saysWho } from '../../rosters/same-person.ts'
import { addressOf, short } from './cells.ts'
import { nobody } from './draft.ts'
import type { Extracts } from './extracts.ts'
import { roleMeant } from './oneroster-people.ts'

const relations =
  /mother|father|parent|guardian|step|grand|foster|\b(?:mom|mum|dad)\b|maman|papa|m[èe]re|p[èe]re|tut(?:eur|rice)/i
/** `step-brother`, `grand frère`, `mother’s friend`, `godmother` */
const others = /brother|sister|sibling|fr[èe]re|s(?:œ|oe)ur|friend|\bamie?\b|['’]s\b|god|parrain|marraine/i

const namesGuardian = (relation: string) => relations.test(relation) && !others.test(relation)

/** Where a format says what somebody is to a child by a word of its own. */
export const guardsAs = (relation: string): boolean =>
  roleMeant(relation) === 'guardian' || namesGuardian(relation)

const limits =
  /no.?(?:contact|access|custody)|den(?:y|ied)|restrict|court|supervis|not.?(?:permitted|allowed)|none/i
const unlimited = /^(?:un|not? )restrict\w*$|^no court order$/i
const isLimit = (cell: string) => limits.test(cell) && !unlimited.test(cell)
const isYes = (cell: string) => /^(?:y|yes|true|1|x|oui|o)$/i.test(cell)

/** Of all who may be called in an emergency only those whom a column calls guardians; custody may be limited. */
export async function readContacts(extracts: Extracts, everybody: boolean): Promise<void> {
  const { roster } = extracts
  const known = new Set<string>()
  for await (const row of extracts.rows('contacts')) {
    const [given, family] = [short(row.get('given')), short(row.get('family'))]
    const [email, learnerKey, relationship] = [
      addressOf(row, 'email'),
      row.get('student'),
      row.get('relationship'),
    ]
    const isGuardian = row.has('guardian')
      ? isYes(row.get('guardian'))
      : row.has('relationship')
        ? namesGuardian(relationship)
        : everybody
    if (!isGuardian) {
      row.odd(row.has('guardian') || row.has('relationship') ? 'not_a_guardian' : 'guardians_not_told', '')
      continue
    }
    if (learnerKey === '' || (given === '' && family === '')) {
      row.reject(learnerKey === '' ? 'no_id' : 'no_name', learnerKey)
      continue
    }
    // a child who is not here any more takes nobody along
    if (!extracts.students.has(learnerKey)) {
      if (!extracts.left.has(learnerKey)) row.reject('unknown_person', learnerKey)
      continue
    }
    const restricted = row.get('restricted')
    const isLimited =
      isYes(restricted) || (saysWho(restricted) && isLimit(restricted)) || isLimit(row.get('custody'))
    if (isLimited) row.odd('custody_limited', learnerKey)
    const who = email === '' ? `child ${learnerKey}` : email.toLowerCase()
    const key = `family ${who} ${plainName(given)} ${plainName(family)}`
    if (!known.has(key)) {
      known.add(key)
      const roles = [{ role: 'guardian' as const, schoolKey: '', opensOn: '', closesOn: '' }]
      const name = { given: given || family, family: given === '' ? '' : family }
      roster.people.push({ ...row.at, ...nobody, ...name, key, email, roles })
    }
    const tie = { learnerKey, guardianKey: key, relationship: relationship.toLowerCase() || 'guardian' }
    roster.guardianships.push({ ...row.at, ...tie, maySee: !isLimited })
  }
}
