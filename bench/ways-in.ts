import { v7 as newId } from 'uuid'
import { codeOf, hashOfCode } from '../src/cards/make-card-code.ts'
import { hashPassword } from '../src/platform/password.ts'
import { benchSecret, type OfficeDistrict } from './office-district.ts'

export const password = 'two stones and a river'
export const picture = 'sun'

/** Who comes, when (milliseconds after the bell) and how they sign in; a session left open needs no sign-in. */
export type Arriving = { n: number; learnerId: string; at: number } & (
  | { way: 'card'; code: string; door: string }
  | { way: 'open' | 'password' | 'mistyped' }
)

/** Three in ten show a card, two still have a session, the rest type, and every fifth of these mistypes first. */
export async function handOutWaysIn({ sql }: OfficeDistrict, people: number): Promise<Arriving[]> {
  await sql(`update account a set password_hash = '${await hashPassword(password)}'
    from bench.learner l where l.id = a.person_id`)
  const doors = `insert into class_device (id, district_id, class_id, token_hash, opened_by, opened_at, closes_at)
    select uuidv7(), d.id, c.id, sha256(convert_to('door-' || c.n, 'UTF8')), c.teacher_id, now(), now() + interval '1 day'
    from bench.class c, bench.district d`
  const learners = await sql(doors, 'select l.n, l.id, l.class_n from bench.learner l order by l.n')
  const arriving = learners.map((row, place): Arriving => {
    const moment = (place * 7919) % people
    const at = ((moment % 2 === 0 ? 15_000 : 60_000) * moment) / people
    const someone = { n: Number(row['n']), learnerId: String(row['id']), at }
    if (place % 10 >= 3)
      return { ...someone, way: place % 10 < 5 ? 'open' : place % 5 === 0 ? 'mistyped' : 'password' }
    return {
      ...someone,
      way: 'card',
      code: codeOf(benchSecret, newId()),
      door: `door-${String(row['class_n'])}`,
    }
  })
  await sql(...arriving.flatMap((one) => (one.way === 'card' ? cardOf(one) : [])), 'vacuum analyze')
  return arriving
}

/** In the table as if a teacher of the class had issued it. */
function cardOf({ learnerId, code }: { learnerId: string; code: string }): string[] {
  const id = newId()
  const hash = hashOfCode(benchSecret, code).toString('hex')
  return [
    `insert into card (id, district_id, class_id, learner_id, code_hash, issued_by, issued_at)
      select '${id}', d.id, c.id, l.id, '\\x${hash}', c.teacher_id, now()
      from bench.learner l join bench.class c on c.n = l.class_n, bench.district d where l.id = '${learnerId}'`,
    `insert into card_picture (id, district_id, card_id, picture, chosen_by, chosen_at)
      select '${newId()}', k.district_id, k.id, '${picture}', k.issued_by, now() from card k where k.id = '${id}'`,
  ]
}
