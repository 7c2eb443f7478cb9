import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { personKinds } from '../register/registered.ts'
import { listPeople } from '../register/store.ts'
import { type Facts, type Given, NotUnderstood } from './command.ts'

/** Names and ways in, for whoever runs the machine; never anything that somebody made. */
export async function tellPeople(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const kind = personKinds.find((one) => one === given['kind'])
  if (given['kind'] !== undefined && kind === undefined)
    throw new NotUnderstood(`--kind is one of: ${personKinds.join(', ')}.`)
  const words = given['name']
  const why = { reason: 'list people from the command line', districtId }
  const people = await asTheSystem(ground, why, ({ db }) => listPeople(db, { words, kind }))
  const lines = people.map(({ id, name, username, kinds, about, left }) =>
    [id, name, username ?? '-', left ? 'left' : kinds.join(' ') || '-', about].join('  ').trimEnd(),
  )
  const isNobody = words !== undefined && people.length === 0
  return {
    people,
    lines: isNobody ? ['Nobody is called so.'] : lines,
    ...(isNobody ? { stopped: true } : {}),
  }
}
