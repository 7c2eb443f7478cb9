import { createHash } from 'node:crypto'
import { accountOf } from '../people/account-store.ts'
import { openSession } from '../people/session-store.ts'
import { forgetFailures, takeFailureBack } from '../people/store.ts'
import { countTry } from '../people/tries-store.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { readCode } from './card.ts'
import { hashOfCode } from './make-card-code.ts'
import type { SignInByCard } from './contract.ts'
import { cardAtDoor, type Door, doorHere } from './door-store.ts'

/** Twelve pictures, so few tries: then the card rests for ten minutes, or a teacher helps. */
const mostPictures = 4
/** For a whole class in a hurry; somebody who tries every card in turn comes to an end too. */
const mostAtDoor = 30
/** Unused for so long, a child's session on a shared device is over. */
const minutes = 30

export async function enterByCard(doorstep: Doorstep, input: InputOf<typeof SignInByCard>): Promise<void> {
  const { ground } = doorstep
  const door = await doorHere(doorstep)
  const triesHere = hashOf(`pictures at ${door.deviceId}`)
  await countTry(ground, triesHere, mostAtDoor)
  const found = await cardShown(doorstep, door, input.code)
  if (!found) throw new Refusal('wrong_card')
  const triesOfCard = hashOf(`card ${found.card.id}`)
  await countTry(ground, triesOfCard, mostPictures)
  if (found.card.picture !== input.picture) throw new Refusal('wrong_picture')
  await forgetFailures(ground.database, triesOfCard)
  // the wrong ones of others stay: whoever has a card of their own may not try the others for ever
  await takeFailureBack(ground.database, triesHere)
  const { learnerId: personId, id: cardId } = found.card
  const account = { accountId: found.accountId, personId, districtId: door.districtId }
  await openSession(doorstep, account, { byCard: { cardId, classDeviceId: door.deviceId, minutes } })
}

async function cardShown({ ground }: Doorstep, door: Door, typed: string) {
  const code = readCode(typed)
  if (code === undefined) return undefined
  const { districtId } = door
  return asTheSystem(ground, { reason: 'sign in by card', districtId }, async (context) => {
    const card = await cardAtDoor(context, door, hashOfCode(ground.secret, code))
    if (!card) return undefined
    const learner = { personId: card.learnerId, districtId }
    return { card, accountId: await accountOf(context.db, learner, context.now) }
  })
}

const hashOf = (words: string): Buffer => createHash('sha256').update(words).digest()
