import { v7 } from 'uuid'
import { PaperDesk } from '../../papers/web/paper-desk.ts'

type Detector = { detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

export type CodeReader = { read: (video: HTMLVideoElement) => Promise<readonly string[]>; close: () => void }

/** The browser's own eyes where it has them; elsewhere ours, beside the page, so that the camera stays smooth. */
export async function openCodeReader(): Promise<CodeReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? []
  if (own && formats.includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] })
    const read = async (video: HTMLVideoElement) =>
      (await detector.detect(video)).map(({ rawValue }) => rawValue)
    return { read, close: () => undefined }
  }
  const desk = new PaperDesk()
  desk.open()
  return { read: (video) => readAt(desk, video), close: () => desk.close() }
}

/** A card held up fills enough of the picture for this many pixels. */
const longest = 800

async function readAt(desk: PaperDesk, video: HTMLVideoElement): Promise<readonly string[]> {
  const fit = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(video.videoWidth * fit)
  canvas.height = Math.round(video.videoHeight * fit)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  return photo ? desk.codes(v7(), photo) : []
}
