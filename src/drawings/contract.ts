import { z } from 'zod'
import { ById, Done, endpoint } from '../platform/contract.ts'
import {
  drawingTools,
  heaviestDrawing,
  inkNames,
  layers,
  longestSide,
  mostMarks,
  mostPoints,
  shapes,
  widthNames,
} from './drawing.ts'

const place = z.int().min(-20_000).max(20_000)
const side = z.int().min(1).max(longestSide)
const On = { layer: z.literal(layers) }

const Mark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stroke'),
    ...On,
    tool: z.enum(drawingTools),
    ink: z.enum(inkNames),
    width: z.enum(widthNames),
    points: z
      .array(place)
      .min(3)
      .max(mostPoints * 3)
      .refine((points) => points.length % 3 === 0, 'points by threes'),
    felt: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('stamp'),
    ...On,
    shape: z.enum(shapes),
    ink: z.enum(inkNames),
    x: place,
    y: place,
    size: z
      .int()
      .min(1)
      .max(4 * longestSide),
  }),
  z.strictObject({ kind: z.literal('wipe'), ...On }),
])

export const Drawing = z
  .strictObject({
    width: side,
    height: side,
    /** a JPEG inside the drawing itself, so that opening one fetches nothing from anywhere */
    background: z.string().regex(/^(?:data:image\/jpeg;base64,[A-Za-z0-9+/]+={0,2})?$/),
    marks: z.array(Mark).max(mostMarks),
  })
  .refine((drawing) => JSON.stringify(drawing).length <= heaviestDrawing, 'too heavy')

export const KeepDrawing = endpoint({
  name: 'KeepDrawing',
  method: 'PUT',
  path: '/api/media/:id/drawing',
  summary: 'Keep the marks of a picture I drew and uploaded, so that I can draw on later. May be sent twice.',
  params: ById,
  body: z.strictObject({ drawing: Drawing }),
  output: Done,
})

export const GetDrawing = endpoint({
  name: 'GetDrawing',
  method: 'GET',
  path: '/api/media/:id/drawing',
  summary: 'The marks of a picture I drew. Only who drew it gets them.',
  params: ById,
  output: z.strictObject({ drawing: Drawing }),
})
