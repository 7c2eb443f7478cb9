import { PaperDesk } from '../../papers/web/paper-desk.ts'
import { areaOf, type Point } from '../../scans/web/raster.ts'

type Detected = { rawValue: string; cornerPoints: readonly Point[] }
type Detector = { detect: (picture: HTMLVideoElement) => Promise<Detected[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

export type CodeReader = {
  /** what the squares in sight say, the nearest first */
  read: (video: HTMLVideoElement) => Promise<readonly string[]>
  close: () => void
}

/** The browser's own eyes where it has them; elsewhere ours, beside the page, so that the camera stays smooth. */
export async function openCodeReader(): Promise<CodeReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? []
  if (own && formats.includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] })
    const read = async (video: HTMLVideoElement) =>
      nearestFirst(await detector.detect(video), ({ cornerPoints }) => cornerPoints).map(
        (one) => one.rawValue,
      )
    return { read, close: () => undefined }
  }
  const desk = new PaperDesk()
  desk.open()
  const read = async (video: HTMLVideoElement) =>
    nearestFirst(await desk.codes(await createImageBitmap(video)), ({ corners }) => corners).map(
      (one) => one.text,
    )
  return { read, close: () => desk.close() }
}

const nearestFirst = <Square>(squares: readonly Square[], of: (square: Square) => readonly Point[]) =>
  squares.toSorted((one, other) => areaOf(of(other)) - areaOf(of(one)))
