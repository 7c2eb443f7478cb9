import { type Drawing, longestSide, sheetOver } from '../drawing.ts'
import { hiddenCanvas, loadPicture } from './paint.ts'

/** Light enough to be kept with the strokes, sharp enough to draw over. */
const quality = [0.82, 0.6, 0.4]
const heaviestPhoto = 700_000

/** A sheet over a photo. The photo is drawn anew: nothing of where and with what it was taken comes along. */
export async function sheetOverPhoto(photo: Blob): Promise<Drawing> {
  const address = URL.createObjectURL(photo)
  try {
    const picture = await loadPicture(address)
    const { naturalWidth: width, naturalHeight: height } = picture
    const scale = Math.min(1, longestSide / Math.max(width, height))
    const sheet = hiddenCanvas({ width: Math.max(1, width * scale), height: Math.max(1, height * scale) })
    sheet.fillStyle = '#ffffff'
    sheet.fillRect(0, 0, sheet.canvas.width, sheet.canvas.height)
    sheet.drawImage(picture, 0, 0, sheet.canvas.width, sheet.canvas.height)
    const drawn = quality.map((one) => () => sheet.canvas.toDataURL('image/jpeg', one))
    for (const draw of drawn) {
      const made = draw()
      if (made.length <= heaviestPhoto) return sheetOver({ width, height, address: made })
    }
    throw new Error('a photo too rich in detail to draw over')
  } finally {
    URL.revokeObjectURL(address)
  }
}
