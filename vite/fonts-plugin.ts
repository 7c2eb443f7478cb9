import type { Plugin } from 'vite'

const firstFont = /atkinson-hyperlegible-next-latin-wght-normal-[^/]+\.woff2$/

/** Asks for the text face along with the styles: otherwise it is found only once they are read. */
export function fontsPlugin(): Plugin {
  return {
    name: 'cairn-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFont.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          })),
    },
  }
}
