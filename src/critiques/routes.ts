import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { answerCritique } from './answer-critique.ts'
import { bringPiece } from './bring-piece.ts'
import { readBringing, readRound } from './bringing-store.ts'
import { changeTables } from './change-tables.ts'
import * as contract from './contract.ts'
import { readPieceCritiques } from './critique-store.ts'
import { endRound } from './end-round.ts'
import { giveCritique } from './give-critique.ts'
import { hideCritique } from './hide-critique.ts'
import { openRound } from './open-round.ts'
import { protocols } from './protocol.ts'
import { replyToStep } from './reply-to-step.ts'
import { reportCritique } from './report-critique.ts'
import { reviseCritique } from './revise-critique.ts'
import { readClassRounds } from './round-store.ts'
import { setPeerFeedback } from './set-peer-feedback.ts'
import { takeBackPiece } from './take-back-piece.ts'
import { readWaiting } from './word-store.ts'

export const critiqueRoutes: Route[] = [
  route(contract.ListProtocols, async () => protocols),
  route(contract.ListClassRounds, (context, input) => readClassRounds(context, input.id)),
  route(contract.SetPeerFeedback, (context, input) => setPeerFeedback(context, input).then(() => done)),
  route(contract.OpenCritiqueRound, (context, input) => openRound(context, input).then(() => done)),
  route(contract.GetCritiqueRound, (context, input) => readRound(context, input.id)),
  route(contract.ChangeTables, (context, input) => changeTables(context, input).then(() => done)),
  route(contract.EndCritiqueRound, (context, input) => endRound(context, input).then(() => done)),
  route(contract.BringPiece, (context, input) => bringPiece(context, input).then(() => done)),
  route(contract.TakeBackPiece, (context, input) => takeBackPiece(context, input).then(() => done)),
  route(contract.GetBringing, (context, input) => readBringing(context, input.id)),
  route(contract.GiveCritique, (context, input) => giveCritique(context, input).then(() => done)),
  route(contract.ReviseCritique, (context, input) => reviseCritique(context, input).then(() => done)),
  route(contract.ReplyToStep, (context, input) => replyToStep(context, input).then(() => done)),
  route(contract.AnswerCritique, (context, input) => answerCritique(context, input).then(() => done)),
  route(contract.ReportCritique, (context, input) => reportCritique(context, input).then(() => done)),
  route(contract.HideCritique, (context, input) => hideCritique(context, input).then(() => done)),
  route(contract.ListPieceCritiques, (context, input) => readPieceCritiques(context, input.id)),
  route(contract.ListCritiquesWaiting, readWaiting),
]
