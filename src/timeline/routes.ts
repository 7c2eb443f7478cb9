import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { findInClass, readTimeline } from './store.ts'
import { keepWish, readYearAgo } from './year-ago-store.ts'

export const timelineRoutes: Route[] = [
  route(contract.GetTimeline, readTimeline),
  route(contract.FindInClass, findInClass),
  route(contract.GetYearAgo, readYearAgo),
  route(contract.WishYearAgo, (context, input) => keepWish(context, input.wished).then(() => done)),
]
