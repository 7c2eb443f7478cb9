import type { Picture } from '../card.ts'
import { pictureShapes } from '../picture-shapes.ts'

/** The shapes are ours and hold nobody's words. */
export function PictureArt({ picture }: { picture: Picture }) {
  return <svg viewBox="0 0 48 48" aria-hidden dangerouslySetInnerHTML={{ __html: pictureShapes[picture] }} />
}
