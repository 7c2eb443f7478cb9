import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { noteAct } from '../logbook/store.ts'
import { helpWithStep } from './help-with-step.ts'
import { insertDemand, insertDemandEnding, readSecondSteps } from './store.ts'

export const secondStepRoutes: Route[] = [
  route(contract.ListSecondSteps, readSecondSteps),
  route(contract.DemandSecondStep, async (context, input) => {
    if (!(await insertDemand(context, input))) throw new Refusal('not_found')
    await noteAct(context, { act: 'second-step.demanded', said: { day: input.fromOn } })
    return done
  }),
  route(contract.EndSecondStepDemand, async (context, { id }) => {
    if (!(await insertDemandEnding(context, id))) throw new Refusal('not_found')
    await noteAct(context, { act: 'second-step.freed' })
    return done
  }),
  route(contract.HelpWithSecondStep, (context, input) => helpWithStep(context, input).then(() => done)),
]
