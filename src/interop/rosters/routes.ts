import { done } from '../../platform/contract.ts'
import { openRoute, type Route } from '../../platform/route.ts'
import { bringRoster } from './bring-roster.ts'
import { BringRoster } from './contract.ts'

export const rosterFileRoutes: Route[] = [
  openRoute(BringRoster, (doorstep, input) => bringRoster(doorstep, input).then(() => done)),
]
