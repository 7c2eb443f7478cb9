import { call } from '../../platform/web/client.ts'
import { GetDrawing } from '../contract.ts'
import { type Drawing, emptySheet } from '../drawing.ts'
import type { PictureToDrawOn } from './drawing-board.tsx'
import { sheetOverPhoto } from './photo-under.ts'

export function freshSheet(): Drawing {
  return emptySheet(innerHeight > innerWidth)
}

/** One's own drawing with all its marks; any other picture as a photo to draw over. */
export async function drawingOn({ mediaId, address }: PictureToDrawOn): Promise<Drawing> {
  const kept = await call(GetDrawing, { params: { id: mediaId } }).catch(() => undefined)
  if (kept) return kept.drawing
  const answer = await fetch(address)
  if (!answer.ok) throw new Error('the picture is not here')
  return sheetOverPhoto(await answer.blob())
}
