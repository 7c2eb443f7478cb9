import { type Position, readBarcodes } from 'zxing-wasm/reader'
import type { SeenCode } from './find-pages.ts'
import type { Quad, Raster } from '../../scans/web/raster.ts'

/** Every QR code on a photo, however it is turned. */
export async function readCodes(photo: Raster, most = 40): Promise<SeenCode[]> {
  const found = await readBarcodes(photo as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: most,
  })
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position }) => ({ text, corners: cornersOf(position) }))
}

function cornersOf({ topLeft, topRight, bottomRight, bottomLeft }: Position): Quad {
  return [topLeft, topRight, bottomRight, bottomLeft]
}
