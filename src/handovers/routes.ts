import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { bringWork } from './bring-work.ts'
import * as contract from './contract.ts'
import { endHandover } from './end-handover.ts'
import { openHandover } from './open-handover.ts'
import { readHandover, readHandovers } from './store.ts'

export const handoverRoutes: Route[] = [
  route(contract.OpenHandover, (context, input) => openHandover(context, input).then(() => done)),
  route(contract.GetHandover, readHandover),
  route(contract.BringWork, (context, input) => bringWork(context, input).then(() => done)),
  openRoute(contract.EndHandover, (doorstep, input) => endHandover(doorstep, input).then(() => done)),
  route(contract.ListHandovers, (context, input) => readHandovers(context, input.id)),
]
