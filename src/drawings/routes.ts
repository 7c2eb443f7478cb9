import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { GetDrawing, KeepDrawing } from './contract.ts'
import { keepDrawing } from './keep-drawing.ts'
import { findDrawing } from './store.ts'

export const drawingRoutes: Route[] = [
  route(KeepDrawing, (context, input) => keepDrawing(context, input).then(() => done)),
  route(GetDrawing, async (context, { id }) => {
    const drawing = await findDrawing(context, id)
    if (!drawing) throw new Refusal('not_found')
    return { drawing }
  }),
]
