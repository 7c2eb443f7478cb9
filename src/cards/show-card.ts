import { createHash } from 'node:crypto'
import { forgetFailures } from '../people/store.ts'
import { countTry } from '../people/tries-store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { readCode } from './card.ts'
import { hashOfCode } from './make-card-code.ts'
import { cardAtDoor, doorHere } from './door-store.ts'

/** A class may try long, but not for ever: what is no card of this class rests the device for ten minutes. */
const mostAtDoor = 30

/** Says at once whether the card is good, so that nobody taps pictures for a card that was renewed. */
export async function showCard(doorstep: Doorstep, input: { code: string }): Promise<{ givenName: string }> {
  const { ground } = doorstep
  const door = await doorHere(doorstep)
  const tries = createHash('sha256').update(`codes at ${door.deviceId}`).digest()
  await countTry(ground, tries, mostAtDoor)
  const code = readCode(input.code)
  const why = { reason: 'show a card', districtId: door.districtId }
  const card =
    code === undefined
      ? undefined
      : await asTheSystem(ground, why, (context) =>
          cardAtDoor(context, door, hashOfCode(ground.secret, code)),
        )
  if (!card) throw new Refusal('wrong_card')
  await forgetFailures(ground.database, tries)
  return { givenName: card.givenName }
}
