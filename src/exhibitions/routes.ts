import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { handPasses } from './hand-passes.ts'
import { endExhibition, openExhibition, reviseExhibition } from './open-exhibition.ts'
import { decideSlip, releaseCard, releaseTitle, withdrawCard, writeCard } from './release-slip.ts'
import { readExhibition, readExhibitions, readInvitable, readSlips } from './store.ts'
import { leaveStand, placeStand, takeStand } from './take-stand.ts'

export const exhibitionRoutes: Route[] = [
  route(contract.ListExhibitions, readExhibitions),
  route(contract.ListInvitableClasses, readInvitable),
  route(contract.GetExhibition, (context, input) => readExhibition(context, input.id)),
  route(contract.WriteExhibition, (context, input) => openExhibition(context, input).then(() => done)),
  route(contract.ReviseExhibition, (context, input) => reviseExhibition(context, input).then(() => done)),
  route(contract.EndExhibition, (context, input) => endExhibition(context, input.id).then(() => done)),
  openRoute(contract.GetExhibitionLinks, (doorstep, input) => handPasses(doorstep, input.id)),
  route(contract.TakeStand, (context, input) => takeStand(context, input).then(() => done)),
  route(contract.LeaveStand, (context, input) => leaveStand(context, input.id).then(() => done)),
  route(contract.PlaceStand, (context, input) => placeStand(context, input).then(() => done)),
  route(contract.ReleaseTitle, (context, input) => releaseTitle(context, input).then(() => done)),
  route(contract.ListSlips, (context, input) => readSlips(context, input.id)),
  route(contract.DecideSlip, (context, input) => decideSlip(context, input).then(() => done)),
  route(contract.WriteCard, (context, input) => writeCard(context, input).then(() => done)),
  route(contract.ReleaseCard, (context, input) => releaseCard(context, input.id).then(() => done)),
  route(contract.WithdrawCard, (context, input) => withdrawCard(context, input.id).then(() => done)),
]
