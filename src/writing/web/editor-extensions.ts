import { type AnyExtension, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { StarterKit } from '@tiptap/starter-kit'
import { longestWriting, mostBlocks } from '../rich-text.ts'
import { isSafeLink } from '../safe-link.ts'

/** What the editor can hold, narrowed to the grammar: what is pasted from elsewhere is read through it too. */
export function editorExtensions(onFull: () => void): AnyExtension[] {
  const narrowed = StarterKit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map(narrow)
    },
  })
  return [
    narrowed.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      dropcursor: false,
      trailingNode: false,
      heading: { levels: [3, 4] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: mayBecomeLink,
        HTMLAttributes: { rel: null, target: null },
      },
    }),
    noLonger(onFull),
  ]
}

/** Also what is typed without its beginning, as in `example.org/boat`. */
function mayBecomeLink(address: string): boolean {
  return (
    isSafeLink(address) ||
    (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(address) && isSafeLink(`https://${address}`))
  )
}

/** Takes no more than can be kept, and says so, rather than losing the end of it later. */
function noLonger(onFull: () => void): AnyExtension {
  return Extension.create({
    name: 'no-longer',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: ({ doc, docChanged, before }) => {
          const fits = doc.content.size <= longestWriting && doc.childCount <= mostBlocks
          if (!docChanged || fits || doc.content.size < before.content.size) return true
          onFull()
          return false
        },
      }),
    ],
  })
}

function narrow(extension: AnyExtension): AnyExtension {
  if (extension.name === 'blockquote') return extension.extend({ content: 'paragraph+' })
  if (extension.name === 'listItem')
    return extension.extend({ content: 'paragraph (bulletList | orderedList)*' })
  if (extension.name !== 'heading') return extension
  // other programs' headings: the first two are large, the others small
  const level = (number: number) => (number <= 3 ? 3 : 4)
  return extension.extend({
    parseHTML: () =>
      [1, 2, 3, 4, 5, 6].map((number) => ({ tag: `h${number}`, attrs: { level: level(number) } })),
  })
}
