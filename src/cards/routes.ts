import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { chooseCardPicture } from './choose-card-picture.ts'
import * as contract from './contract.ts'
import { doorHere, insertDeviceClosing, readDoor } from './door-store.ts'
import { enterByCard } from './enter-by-card.ts'
import { issueCards } from './issue-cards.ts'
import { listCards } from './list-cards.ts'
import { openClassDevice } from './open-class-device.ts'
import { renewCard } from './renew-card.ts'
import { showCard } from './show-card.ts'

export const cardRoutes: Route[] = [
  openRoute(contract.ListCards, listCards),
  openRoute(contract.IssueCards, (doorstep, input) => issueCards(doorstep, input).then(() => done)),
  openRoute(contract.RenewCard, (doorstep, input) => renewCard(doorstep, input).then(() => done)),
  route(contract.ChooseCardPicture, (context, input) => chooseCardPicture(context, input).then(() => done)),
  openRoute(contract.OpenClassDevice, (doorstep, input) => openClassDevice(doorstep, input).then(() => done)),
  route(contract.CloseClassDevice, async (context, input) => {
    if (!(await insertDeviceClosing(context, input.id))) throw new Refusal('not_found')
    return done
  }),
  openRoute(contract.GetClassDoor, async (doorstep) => {
    const door = await doorHere(doorstep)
    const why = { reason: 'show the door of a class', districtId: door.districtId }
    return asTheSystem(doorstep.ground, why, (context) => readDoor(context, door))
  }),
  openRoute(contract.ShowCard, showCard),
  openRoute(contract.SignInByCard, (doorstep, input) => enterByCard(doorstep, input).then(() => done)),
]
