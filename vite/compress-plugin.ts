import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Compresses what was built once, as tightly as it goes, so that the server never does it per visitor. */
export function compressPlugin(): Plugin {
  let folder = ''
  return {
    name: 'cairn-compress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = config.build.outDir
    },
    async closeBundle() {
      for await (const file of glob('**/*.{js,css,svg,wasm,webmanifest}', { cwd: folder })) {
        await compress(join(folder, file))
      }
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}
