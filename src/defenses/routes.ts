import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { readFamilyDefenses } from './family-store.ts'
import { handPass, tellPass, withdrawPass } from './hand-pass.ts'
import { inviteGuardian } from './invite-guardian.ts'
import { arrangeAttempt, callAttempt, cancelDefense, reviseDefense, setDefense } from './set-defense.ts'
import { readClassDefenses, readDefense, readMyDefenses } from './store.ts'
import { decideAttempt, retractNote, writeNote } from './write-note.ts'
import { answerPanel, writeOpening } from './write-opening.ts'

export const defenseRoutes: Route[] = [
  route(contract.ListClassDefenses, (context, input) => readClassDefenses(context, input.id)),
  route(contract.ListMyDefenses, readMyDefenses),
  route(contract.GetDefense, (context, input) => readDefense(context, input.id)),
  route(contract.SetDefense, (context, input) => setDefense(context, input).then(() => done)),
  route(contract.CallAttempt, (context, input) => callAttempt(context, input).then(() => done)),
  route(contract.ArrangeAttempt, (context, input) => arrangeAttempt(context, input).then(() => done)),
  route(contract.ReviseDefense, (context, input) => reviseDefense(context, input).then(() => done)),
  route(contract.HandPass, (context, input) => handPass(context, input).then(() => done)),
  openRoute(contract.GetPass, (doorstep, input) => tellPass(doorstep, input.id)),
  route(contract.WithdrawPass, (context, input) => withdrawPass(context, input.id).then(() => done)),
  route(contract.InviteGuardian, (context, input) => inviteGuardian(context, input).then(() => done)),
  route(contract.ListFamilyDefenses, readFamilyDefenses),
  route(contract.WriteOpening, (context, input) => writeOpening(context, input).then(() => done)),
  route(contract.WriteNote, (context, input) => writeNote(context, input).then(() => done)),
  route(contract.RetractNote, (context, input) => retractNote(context, input.id).then(() => done)),
  route(contract.DecideAttempt, (context, input) => decideAttempt(context, input).then(() => done)),
  route(contract.AnswerPanel, (context, input) => answerPanel(context, input).then(() => done)),
  route(contract.CancelDefense, (context, input) => cancelDefense(context, input.id).then(() => done)),
]
