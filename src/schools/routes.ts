import { type Route, route } from '../platform/route.ts'
import { CountSchool, ListClasses, ListLearners } from './contract.ts'
import { countSchools, readClasses, readLearners } from './store.ts'

export const schoolRoutes: Route[] = [
  route(ListClasses, readClasses),
  route(ListLearners, (context, input) => readLearners(context, input.id)),
  route(CountSchool, countSchools),
]
