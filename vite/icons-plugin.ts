import sharp from 'sharp'
import type { Plugin } from 'vite'
import { stones } from '../src/ui/mark-shapes.ts'

const paper = '#f6f4ee'
const spruce = '#1f5c4a'
const dawn = '#c4622d'

type Drawing = { path: string; type: string; draw: () => Promise<string | Uint8Array> }

const drawings: Drawing[] = [
  {
    path: '/icons/cairn.svg',
    type: 'image/svg+xml',
    draw: async () => picture({ sheet: undefined, size: 64 }),
  },
  png('/icons/cairn-180.png', 180, 0.74),
  png('/icons/cairn-192.png', 192, 0.8),
  png('/icons/cairn-512.png', 512, 0.8),
  // Maskable: phones cut a circle out of it, so the cairn stays within the middle.
  png('/icons/cairn-maskable-512.png', 512, 0.56),
  { path: '/manifest.webmanifest', type: 'application/manifest+json', draw: async () => manifest() },
]

/** Draws the icons and the web app manifest from the mark's own shapes; no picture file is kept. */
export function iconsPlugin(): Plugin {
  return {
    name: 'cairn-icons',
    async generateBundle() {
      for (const { path, draw } of drawings) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source: await draw() })
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const drawing = drawings.find(({ path }) => path === request.url)
        if (!drawing) return next()
        response.setHeader('content-type', drawing.type)
        response.end(await drawing.draw())
      })
    },
  }
}

function png(path: string, size: number, share: number): Drawing {
  const draw = () =>
    sharp(Buffer.from(picture({ sheet: { share }, size })))
      .png({ palette: true })
      .toBuffer()
  return { path, type: 'image/png', draw }
}

function picture({ sheet, size }: { sheet: { share: number } | undefined; size: number }): string {
  const fills = [spruce, spruce, spruce, dawn]
  const drawn = stones.map((shape, place) => `<path fill="${fills[place]}" d="${shape}"/>`).join('')
  const share = sheet?.share ?? 1
  const inset = 32 * (1 - share)
  const background = sheet ? `<rect width="64" height="64" fill="${paper}"/>` : ''
  const placed = `<g transform="translate(${inset} ${inset}) scale(${share})">${drawn}</g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">${background}${placed}</svg>`
}

function manifest(): string {
  const icon = (src: string, sizes: string, purpose: string) => ({ src, sizes, type: 'image/png', purpose })
  return JSON.stringify({
    id: '/',
    name: 'Cairn',
    short_name: 'Cairn',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      icon('/icons/cairn-192.png', '192x192', 'any'),
      icon('/icons/cairn-512.png', '512x512', 'any'),
      icon('/icons/cairn-maskable-512.png', '512x512', 'maskable'),
    ],
  })
}
