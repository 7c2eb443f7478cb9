import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { archiveSpace, reopenSpace } from './archive-space.ts'
import * as contract from './contract.ts'
import { readEarlierSpace, readOwnSpace } from './earlier-store.ts'
import { openSpace } from './open-space.ts'
import { countSpaces, readCandidates, readChildSpaces, readSpace, readSpaces } from './read-store.ts'
import { removeSeat } from './remove-seat.ts'
import { seatPerson } from './seat-person.ts'
import { setSpaceRule } from './set-space-rule.ts'

export const spaceRoutes: Route[] = [
  route(contract.ListSpaces, readSpaces),
  route(contract.GetSpace, (context, input) => readSpace(context, input.id)),
  route(contract.ListSpaceCandidates, (context, input) => readCandidates(context, input.id)),
  route(contract.OpenSpace, (context, input) => openSpace(context, input).then(() => done)),
  route(contract.SeatPerson, (context, input) => seatPerson(context, input).then(() => done)),
  route(contract.UnseatPerson, (context, input) => removeSeat(context, input).then(() => done)),
  route(contract.SetSpaceRule, (context, input) => setSpaceRule(context, input).then(() => done)),
  route(contract.ArchiveSpace, (context, input) => archiveSpace(context, input).then(() => done)),
  route(contract.ReopenSpace, (context, input) => reopenSpace(context, input).then(() => done)),
  route(contract.GetOwnSpace, readOwnSpace),
  route(contract.GetEarlierSpace, readEarlierSpace),
  route(contract.ListChildSpaces, (context, input) => readChildSpaces(context, input.id)),
  route(contract.CountSpaces, countSpaces),
]
