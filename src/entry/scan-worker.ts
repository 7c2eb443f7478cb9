/// <reference lib="webworker" />
// puts the reading half where the drawing half looks for it: both run here, in one worker
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url'
import { workAtDesk } from '../scans/web/desk.ts'
import { workOnScan } from '../scans/web/scan-work.ts'

declare const self: DedicatedWorkerGlobalScope

const fonts = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
})
const parts = new Map<string, string>([
  ['jbig2.wasm', jbig2],
  ['openjpeg.wasm', openjpeg],
  ...Object.entries(fonts).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url] as const),
])

workAtDesk(self, workOnScan(parts))
