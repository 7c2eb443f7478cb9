import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const { path, longSide } = workerData as { path: string; longSide: number }

try {
  const { getDocument, AnnotationMode } = await import('pdfjs-dist/legacy/build/pdf.mjs')
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
  const pixels = new Uint8Array(context.getImageData(0, 0, width, height).data).buffer as ArrayBuffer
  canvas.width = 0
  parentPort?.postMessage({ result: { width, height, pixels, pages: document.numPages } }, [pixels])
} catch (error) {
  parentPort?.postMessage({ failure: String(error) })
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
