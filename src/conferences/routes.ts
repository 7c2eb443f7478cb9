import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { beginConference, joinConference } from './begin-conference.ts'
import { closeConference, turnConferencePage } from './close-conference.ts'
import * as contract from './contract.ts'
import { readConference, readMyConferences } from './meeting-store.ts'
import { openConferenceRound } from './open-conference-round.ts'
import { prepareConference, setConferenceReadiness } from './prepare-conference.ts'
import { readPreparation } from './preparation-store.ts'
import { reviseConferenceRound, withdrawConferenceRound } from './revise-conference-round.ts'
import { readRound, readRounds } from './store.ts'
import { addConferenceWord, agreeOnGoal, takeConferenceWordBack } from './write-conference-word.ts'

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
  route(contract.ListMyConferences, readMyConferences),
  route(contract.GetConferencePreparation, readPreparation),
  route(contract.PrepareConference, (context, input) => prepareConference(context, input).then(() => done)),
  route(contract.SetConferenceReadiness, (context, input) =>
    setConferenceReadiness(context, input).then(() => done),
  ),
  route(contract.BeginConference, (context, input) => beginConference(context, input).then(() => done)),
  route(contract.JoinConference, (context, input) => joinConference(context, input).then(() => done)),
  route(contract.GetConference, (context, input) => readConference(context, input.id)),
  route(contract.AddConferenceWord, (context, input) => addConferenceWord(context, input).then(() => done)),
  route(contract.TakeConferenceWordBack, (context, input) =>
    takeConferenceWordBack(context, input.id).then(() => done),
  ),
  route(contract.AgreeOnGoal, (context, input) => agreeOnGoal(context, input).then(() => done)),
  route(contract.TurnConferencePage, (context, input) => turnConferencePage(context, input).then(() => done)),
  route(contract.CloseConference, (context, input) => closeConference(context, input).then(() => done)),
]
