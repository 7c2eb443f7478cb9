import { type Route, route } from '../platform/route.ts'
import { CountSchool, ListClasses, ListLearners, ListSchools } from './contract.ts'
import { countSchools, readClasses, readLearners, readSchools } from './store.ts'

export const schoolRoutes: Route[] = [
  route(ListClasses, readClasses),
  route(ListSchools, readSchools),
  route(ListLearners, (context, input) => readLearners(context, input.id)),
  route(CountSchool, countSchools),
]
