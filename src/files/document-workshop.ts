import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AnnotationMode, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Answer } from '../workshop/workshop.ts'

type Page = { path: string; longSide: number; to: string }

/** In a process of its own, so that a document that never ends can be ended. */
export const answer: Answer<Page, { width: number; height: number }> = async ({ path, longSide, to }) => {
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
  writeFileSync(to, context.getImageData(0, 0, width, height).data)
  canvas.width = 0
  return { width, height }
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
