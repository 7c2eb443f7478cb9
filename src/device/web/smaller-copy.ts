/** Below this a photo travels soon enough as it is. */
const worthBytes = 1_000_000
/** Sharp on every screen, and enough for a printed page. */
const longestSide = 2048
const quality = 0.82

export function mayBeSmaller({ type, bytes }: { type: string; bytes: number }): boolean {
  return /^image\/(jpeg|webp)$/.test(type) && bytes > worthBytes
}

/** A copy of a photo that is a good deal lighter; undefined where there is none, or the browser cannot make it. */
export async function makeSmaller(photo: File): Promise<File | undefined> {
  if (typeof OffscreenCanvas === 'undefined') return undefined
  const picture = await createImageBitmap(photo).catch(() => undefined)
  if (!picture) return undefined
  const share = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.round(picture.width * share), Math.round(picture.height * share))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return copy.size < photo.size * 0.7 ? new File([copy], photo.name, { type: copy.type }) : undefined
}
