import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'
import { compressPlugin } from './vite/compress-plugin.ts'
import { contractsPlugin } from './vite/contracts-plugin.ts'
import { firstLoadsPlugin } from './vite/first-loads-plugin.ts'
import { nameByFirstPages } from './vite/first-pages.ts'
import { fontsPlugin } from './vite/fonts-plugin.ts'
import { iconsPlugin } from './vite/icons-plugin.ts'
import { filesOfPart, partsPlugin } from './vite/parts-plugin.ts'
import { serviceWorkerPlugin } from './vite/service-worker-plugin.ts'
import { wordsPlugin } from './vite/words-plugin.ts'

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

/**
 * Each request costs a thin line 150 ms, and an icon is 200 bytes: what every screen begins with travels as
 * one file, and so does what many first pages need, and so do the icons.
 */
const chunks = [
  { name: 'shell', tags: ['$initial' as const], priority: 3 },
  { name: nameByFirstPages(), priority: 2 },
  { name: 'icons', test: /lucide/, minShareCount: 6, priority: 1 },
]

/** The app begins with a list of all its files: a name that is only its hash makes that list a third shorter. */
const shortNames = {
  chunkFileNames: 'assets/[hash].js',
  assetFileNames: ({ names }: Rolldown.PreRenderedAsset) =>
    names.some((name) => name.endsWith('.css')) ? 'assets/[hash][extname]' : 'assets/[name]-[hash][extname]',
}

export default defineConfig({
  publicDir: false,
  plugins: [
    react(),
    contractsPlugin(),
    wordsPlugin(),
    fontsPlugin(),
    iconsPlugin(),
    partsPlugin(),
    serviceWorkerPlugin(),
    firstLoadsPlugin(),
    compressPlugin(),
  ],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Old school tablets are the target: light-dark() and nesting are written out for them.
    target: ['chrome111', 'safari16.4', 'firefox114'],
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: filesOfPart },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunks, includeDependenciesRecursively: false },
        ...shortNames,
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/media', '/uploads', '/healthz'].map((path) => [path, server])),
  },
})
