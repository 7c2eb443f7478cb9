import type { Picture } from './card.ts'

/** The same shape all around a middle. */
const turned = (count: number, middle: number, shape: string) =>
  Array.from(
    { length: count },
    (_, place) => `${shape} transform="rotate(${(place * 360) / count} 24 ${middle})"/>`,
  ).join('')

/**
 * The pictures children know their card by, drawn here: large plain shapes, told apart by form and not by color
 * alone. Their colors are their own, because they stand on white wherever they are, on paper too. As SVG of a
 * square of 48, so that a page without the app shows the very same.
 */
export const pictureShapes: Record<Picture, string> = {
  sun: `<circle cx="24" cy="24" r="10" fill="#e8a317"/>${turned(8, 24, '<rect x="22.5" y="3" width="3" height="8" rx="1.5" fill="#c27c0e"')}`,
  fish: '<path d="M30 24l14-10v20z" fill="#1f5f8b"/><ellipse cx="20" cy="24" rx="16" ry="10" fill="#3b8dbd"/><circle cx="11" cy="21" r="2" fill="#10222e"/>',
  house:
    '<path d="M24 5L4 23h40z" fill="#9c3d27"/><rect x="9" y="22" width="30" height="21" fill="#d9b382"/><rect x="20" y="29" width="9" height="14" fill="#6b4423"/>',
  tree: '<rect x="21" y="32" width="6" height="13" fill="#6b4423"/><path d="M24 3L8 20h7L5 34h38L33 20h7z" fill="#2f6b45"/>',
  boat: '<path d="M22 4v26H6z" fill="#c5d5de" stroke="#5b7686" stroke-width="1.5"/><path d="M26 10v20h14z" fill="#b5442e"/><path d="M3 33h42l-7 11H10z" fill="#6b4423"/>',
  star: '<path d="M24 3l6 14 15 1-11.5 10 3.5 15L24 35l-13 8 3.5-15L3 18l15-1z" fill="#d99a0b"/>',
  apple:
    '<path d="M24 14c6-6 19-3 17 11-2 12-9 20-17 18-8 2-15-6-17-18C5 11 18 8 24 14z" fill="#b8312f"/><path d="M23 14c0-5 1-8 4-11" stroke="#6b4423" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M27 10c2-5 7-6 11-5-1 5-6 7-11 5z" fill="#3f7d4e"/>',
  snail:
    '<path d="M3 41h38c4 0 4-6 3-12l-3-8c-5 1-6 8-5 13H6c-3 0-5 4-3 7z" fill="#c7a46a"/><circle cx="20" cy="25" r="14" fill="#8a5a3b"/><path d="M20 25m-8 0a8 8 0 1 1 8 8M20 25m-3 0a3 3 0 1 1 3 3" fill="none" stroke="#f0dcc0" stroke-width="2.5"/><path d="M40 21l-3-9M43 21l3-9" stroke="#8a5a3b" stroke-width="2" stroke-linecap="round"/>',
  kite: '<path d="M26 3L10 19l16 17 14-17z" fill="#6a4c93"/><path d="M26 3v33M10 19h30" stroke="#f2e9f9" stroke-width="2"/><path d="M26 36c-6 3-2 6-8 7s-6-3-11 2" fill="none" stroke="#6a4c93" stroke-width="2.5"/>',
  moon: '<path d="M32 4a20 20 0 1 0 12 30A17 17 0 0 1 32 4z" fill="#5b6e8c"/>',
  flower: `<path d="M24 28v17" stroke="#3f7d4e" stroke-width="4" stroke-linecap="round"/>${turned(6, 19, '<ellipse cx="24" cy="9" rx="5.5" ry="7.5" fill="#c2528b"')}<circle cx="24" cy="19" r="5.5" fill="#f0c53c"/>`,
  mushroom:
    '<path d="M17 25h14l3 16c0 5-20 5-20 0z" fill="#ead9bf" stroke="#b39b77" stroke-width="1.5"/><path d="M4 27C4 4 44 4 44 27z" fill="#b5442e"/><circle cx="15" cy="18" r="3" fill="#fff"/><circle cx="27" cy="13" r="3" fill="#fff"/><circle cx="35" cy="21" r="2.5" fill="#fff"/>',
}
