import { done } from '../../platform/contract.ts'
import { openRoute, type Route } from '../../platform/route.ts'
import { bringFramework } from './bring-framework.ts'
import { BringFramework } from './contract.ts'

export const caseRoutes: Route[] = [
  openRoute(BringFramework, (doorstep, input) => bringFramework(doorstep, input).then(() => done)),
]
