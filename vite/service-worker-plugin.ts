import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const source = fileURLToPath(new URL('../src/entry/service-worker.ts', import.meta.url))

/** Larger parts that one screen alone needs (a PDF reader, say) are fetched by it and not kept beforehand. */
const largestScreenPart = 250_000

/**
 * Builds the service worker once the app is written, and hands it the list of what the app consists of, so
 * that Cairn opens without a network.
 */
export function serviceWorkerPlugin(): Plugin {
  let outDir = ''
  return {
    name: 'cairn-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler(_, bundle) {
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { __SHELL__: JSON.stringify(shellOf(bundle)), 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir,
            emptyOutDir: false,
            target: ['chrome111', 'safari16.4', 'firefox114'],
            rolldownOptions: {
              input: source,
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        })
      },
    },
  }
}

function shellOf(bundle: Rolldown.OutputBundle) {
  return Object.values(bundle)
    .filter((file) => isShell(file.fileName) && !isHeavyScreenPart(file))
    .map((file) => ({ url: `/${file.fileName}`, revision: revisionOf(file) }))
}

function isShell(fileName: string): boolean {
  if (/latin-ext|\/scan-worker-/.test(fileName)) return false
  return /\.(js|css|woff2?|html|svg|webmanifest)$/.test(fileName)
}

function isHeavyScreenPart(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return file.type === 'chunk' && file.isDynamicEntry && file.code.length > largestScreenPart
}

/** Names under `assets/` already change with their content. */
function revisionOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | null {
  if (file.fileName.startsWith('assets/')) return null
  return createHash('sha256').update(contentOf(file)).digest('hex').slice(0, 16)
}

function contentOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source
}
