import {
  AnnotationMode,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What is asked of the worker that takes a scanner's document apart; one document at a time. */
export type ScanTask = { kind: 'open'; file: Blob } | { kind: 'draw'; number: number }

export type ScanAnswer = { pages: number } | { page: Blob } | { unread: true }

/** 300 dots to the inch on a sheet of letter paper: what scanners are set to, and enough for a pencil. */
const longSide = 3_300

const chunk = 2 ** 20

/** `parts` are the files the library asks for by name, at our own addresses. */
export function workOnScan(parts: ReadonlyMap<string, string>): (task: ScanTask) => Promise<ScanAnswer> {
  let open: PDFDocumentProxy | undefined
  return async (task) => {
    if (task.kind === 'open') {
      await open?.loadingTask.destroy()
      open = await openDocument(task.file, parts).catch(() => undefined)
      return open ? { pages: open.numPages } : { unread: true }
    }
    return open ? drawPage(open, task.number).catch(() => ({ unread: true })) : { unread: true }
  }
}

/** Read piece by piece, as its pages need it: a scanner's document may be larger than a tablet's memory. */
class FileRanges extends PDFDataRangeTransport {
  readonly #file: Blob

  constructor(file: Blob) {
    super(file.size, null)
    this.#file = file
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#file
      .slice(begin, end)
      .arrayBuffer()
      .then((bytes) => this.onDataRange(begin, new Uint8Array(bytes)))
  }
}

async function openDocument(file: Blob, parts: ReadonlyMap<string, string>): Promise<PDFDocumentProxy> {
  const loading = getDocument({
    range: new FileRanges(file),
    rangeChunkSize: chunk,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    maxImageSize: 80_000_000,
    canvasMaxAreaInBytes: 160_000_000,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
    CMapReaderFactory: partsFrom(parts),
    StandardFontDataFactory: partsFrom(parts),
    WasmFactory: partsFrom(parts),
    verbosity: 0,
  })
  // a locked one asks for its password, and would wait for it
  loading.onPassword = () => void loading.destroy()
  return loading.promise
}

async function drawPage(document: PDFDocumentProxy, number: number): Promise<ScanAnswer> {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: longSide / Math.max(natural.width, natural.height, 1) })
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  )
  await page.render({
    canvas: null,
    canvasContext: canvas.getContext('2d', { alpha: false }) as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: AnnotationMode.ENABLE,
    background: 'white',
  }).promise
  page.cleanup()
  await document.cleanup()
  return { page: await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 }) }
}

/** As the library makes them in a page, for a worker, which has no page. */
class Canvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }

  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0
    canvas.height = 0
  }
}

/** Filters are SVG in a page; a worker has none, and paper needs none. */
class NoFilters {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  destroy(): void {}
}

function partsFrom(parts: ReadonlyMap<string, string>) {
  return class {
    async fetch({ filename, name }: { filename?: string; name?: string }): Promise<Uint8Array> {
      const address = parts.get(filename ?? name ?? '')
      if (!address) throw new Error(`${filename ?? name} is not among the parts`)
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    }
  }
}
