import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './rich-editor.module.css'

type Tool = {
  word: WordKey
  icon: LucideIcon
  press: (editor: Editor) => void
  /** undefined for what is done once and is not a state of the words */
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
}

const tools: readonly Tool[] = [
  {
    word: 'writing.bold',
    icon: Bold,
    press: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    word: 'writing.italic',
    icon: Italic,
    press: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    word: 'writing.heading',
    icon: Heading1,
    press: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  {
    word: 'writing.subheading',
    icon: Heading2,
    press: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 4 }),
  },
  {
    word: 'writing.bullets',
    icon: List,
    press: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    word: 'writing.numbers',
    icon: ListOrdered,
    press: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    word: 'writing.quote',
    icon: Quote,
    press: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
]

const steps: readonly Tool[] = [
  {
    word: 'writing.undo',
    icon: Undo2,
    press: (editor) => editor.chain().focus().undo().run(),
    can: (editor) => editor.can().undo(),
  },
  {
    word: 'writing.redo',
    icon: Redo2,
    press: (editor) => editor.chain().focus().redo().run(),
    can: (editor) => editor.can().redo(),
  },
]

/** One stop for the Tab key; the arrows go from tool to tool. */
export function EditorTools({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const { say } = useWords()
  const all: readonly Tool[] = [
    ...tools,
    { word: 'writing.link', icon: Link2, press: onLink, isOn: (open) => open.isActive('link') },
    ...steps,
  ]
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(
        all.map(({ word, isOn, can }) => [word, { on: isOn?.(now), can: can?.(now) ?? true }]),
      ),
  })
  const [at, setAt] = useState(0)
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: all.length - 1 - at }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (at + by + all.length) % all.length
    setAt(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label={say('writing.tools')}
      className={styles['tools']}
      onKeyDown={move}
    >
      {all.map(({ word, icon: Icon, press }, place) => (
        <button
          key={word}
          type="button"
          className={classNames(styles['tool'], states[word]?.on && styles['on'])}
          tabIndex={place === at ? 0 : -1}
          aria-pressed={states[word]?.on}
          aria-disabled={states[word]?.can === false}
          onFocus={() => setAt(place)}
          // the words keep their selection while a mouse or finger presses a tool
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => states[word]?.can !== false && press(editor)}
        >
          <Icon aria-hidden />
          <span>{say(word)}</span>
        </button>
      ))}
    </div>
  )
}
