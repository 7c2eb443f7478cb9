import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { openConferenceRound } from './open-conference-round.ts'
import { reviseConferenceRound, withdrawConferenceRound } from './revise-conference-round.ts'
import { readRound, readRounds } from './store.ts'

export const conferenceRoutes: Route[] = [
  route(contract.ListConferenceRounds, (context, input) => readRounds(context, input.id)),
  route(contract.GetConferenceRound, (context, input) => readRound(context, input.id)),
  route(contract.OpenConferenceRound, (context, input) =>
    openConferenceRound(context, input).then(() => done),
  ),
  route(contract.ReviseConferenceRound, (context, input) =>
    reviseConferenceRound(context, input).then(() => done),
  ),
  route(contract.WithdrawConferenceRound, (context, input) =>
    withdrawConferenceRound(context, input.id).then(() => done),
  ),
]
