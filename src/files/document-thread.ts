import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AnnotationMode, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RawPixels } from './heic.ts'
import type { Answer } from './thread.ts'

/** Runs in a thread of its own, so that a document that never ends can be ended. */
export const answer: Answer<{ path: string; longSide: number }, RawPixels> = async ({ path, longSide }) => {
  const beside = (folder: string) => fileURLToPath(import.meta.resolve(`pdfjs-dist/${folder}/`))
  const loading = getDocument({
    data: new Uint8Array(readFileSync(path)),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: 40_000_000,
    canvasMaxAreaInBytes: 160_000_000,
    standardFontDataUrl: beside('standard_fonts'),
    cMapUrl: beside('cmaps'),
    wasmUrl: beside('wasm'),
    iccUrl: beside('iccs'),
    verbosity: 0,
  })
  const document = await loading.promise
  const page = await document.getPage(1)
  const natural = page.getViewport({ scale: 1 })
  const scale = longSide / Math.max(natural.width, natural.height, 1)
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const factory = document.canvasFactory as CanvasFactory
  const { canvas, context } = factory.create(width, height)
  // pdf.js asks for the browser's canvas; its own factory for Node makes one that behaves the same.
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: AnnotationMode.ENABLE,
    background: 'white',
  }).promise
  const pixels = new Uint8Array(context.getImageData(0, 0, width, height).data).buffer
  canvas.width = 0
  return { result: { width, height, pixels }, transfer: [pixels] }
}

type CanvasFactory = {
  create(
    width: number,
    height: number,
  ): {
    canvas: { width: number }
    context: {
      getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
    }
  }
}
