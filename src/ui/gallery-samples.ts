import type { FaceOf } from './faces.tsx'
import type { Rendition } from './picture.tsx'

export const samplePeople: FaceOf[] = [
  'Maïlys Okonkwo-Thériault',
  'Ms. Rasmussen',
  'Đặng Thị Hồng',
  'José Łukasz Żeleński',
  '李小明',
  'Fatima az-Zahra bint Abdulrahman al-Hashimi',
  'محمد الأمين',
  'Bo',
].map((name, place) => ({ id: `person-${place}`, name, tie: place === 1 ? 'teacher' : 'family' }))

/** A drawing of a boat that gets better with each attempt. */
export function drawn(attempt: number, width: number, height: number): Rendition {
  const hue = 180 + attempt * 6
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="${width}" height="${height}"><rect width="300" height="200" fill="hsl(${hue} 30% 86%)"/><circle cx="240" cy="46" r="${10 + attempt * 2}" fill="hsl(28 70% 66%)"/><path d="M0 150q40-14 80 0t80 0 80 0 80 0v60H0Z" fill="hsl(${hue} 38% 52%)"/><path d="M${90 - attempt} 128h${110 + attempt * 2}l-26 34H118Z" fill="hsl(${hue + 14} 42% 30%)"/><path d="M150 ${120 - attempt * 6}v${attempt * 6 + 6}h${10 + attempt * 5}Z" fill="#fdf8ec"/></svg>`
  return { url: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), width, height }
}
