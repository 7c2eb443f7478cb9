import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { readFilings, readPieceFilings, readTakenBack } from './filing-list-store.ts'
import { moveFiling } from './move-filing.ts'
import { putBackFiling } from './put-back-filing.ts'
import { takeBackFiling } from './take-back-filing.ts'

export const filingRoutes: Route[] = [
  route(contract.ListFilings, (context, input) => readFilings(context, input.id)),
  route(contract.ListPieceFilings, (context, input) => readPieceFilings(context, input.id)),
  route(contract.TakeBackFiling, (context, input) => takeBackFiling(context, input).then(() => done)),
  route(contract.PutBackFiling, (context, input) => putBackFiling(context, input).then(() => done)),
  route(contract.MoveFiling, (context, input) => moveFiling(context, input).then(() => done)),
  route(contract.ListTakenBack, readTakenBack),
]
