import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { addPaperAttempt } from './add-paper-attempt.ts'
import * as contract from './contract.ts'
import { printPapers } from './print-papers.ts'
import { readOwnPapers, readPaper, readPapers } from './store.ts'

export const paperRoutes: Route[] = [
  route(contract.PrintPapers, (context, input) => printPapers(context, input).then(() => done)),
  route(contract.ListPapers, (context, input) => readPapers(context, input.id)),
  route(contract.ListOwnPapers, readOwnPapers),
  route(contract.GetPaper, (context, input) => readPaper(context, input.id)),
  route(contract.AddPaperAttempt, (context, input) => addPaperAttempt(context, input).then(() => done)),
]
