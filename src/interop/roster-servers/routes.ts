import { done } from '../../platform/contract.ts'
import { openRoute, type Route } from '../../platform/route.ts'
import { RequestRoster } from './contract.ts'
import { requestRoster } from './request-roster.ts'

export const rosterServerRoutes: Route[] = [
  openRoute(RequestRoster, (doorstep, input) => requestRoster(doorstep, input.id).then(() => done)),
]
