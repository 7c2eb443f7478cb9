import { EditorContent, useEditor } from '@tiptap/react'
import { useId, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isPlain, plainTextOf, richTextOf } from '../rich-text.ts'
import { fromEditor, toEditor } from './editor-document.ts'
import { editorExtensions } from './editor-extensions.ts'
import { EditorLink } from './editor-link.tsx'
import { EditorTools } from './editor-tools.tsx'
import type { RichEditorProps } from './rich-editor.tsx'
import styles from './rich-editor.module.css'

/** The editor itself: its tools, its page, and a line for the address of a link. */
export function EditorBox({ label, value, onChange, focus = false }: RichEditorProps) {
  const { say } = useWords()
  const id = useId()
  const [full, setFull] = useState(false)
  const [linking, setLinking] = useState(false)
  const editor = useEditor({
    extensions: editorExtensions(() => setFull(true)),
    content: toEditor(value.rich ?? richTextOf(value.text)),
    autofocus: focus && 'end',
    // our own styles; the policy of the page would not let it add any
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        class: styles['page'] ?? '',
      },
    },
    onUpdate: ({ editor: changed }) => {
      setFull(false)
      const rich = fromEditor(changed.getJSON())
      const text = plainTextOf(rich)
      onChange(isPlain(rich) ? { text } : { text, rich })
    },
  })
  return (
    <div className={styles['field']}>
      <span id={`${id}-label`} className={styles['label']}>
        {label}
      </span>
      <div className={styles['box']}>
        <EditorTools editor={editor} onLink={() => setLinking(true)} />
        {linking && <EditorLink editor={editor} onDone={() => setLinking(false)} />}
        <EditorContent editor={editor} />
      </div>
      {full && <Notice kind="problem">{say('writing.full')}</Notice>}
    </div>
  )
}
