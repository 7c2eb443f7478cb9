import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { completeLink, isSafeLink } from '../safe-link.ts'
import styles from './rich-editor.module.css'

/** Where the address of a link is typed; without a selection the address itself becomes the words. */
export function EditorLink({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { say } = useWords()
  const before: unknown = editor.getAttributes('link')['href']
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [wrong, setWrong] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const leave = () => {
    onDone()
    editor.commands.focus()
  }
  const set = () => {
    const href = completeLink(address)
    if (!address.trim() || !isSafeLink(href)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !before) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.setLink({ href }).run()
    return leave()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    leave()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      set()
    } else if (event.key === 'Escape') leave()
  }
  return (
    <div ref={box} className={styles['linking']}>
      <Field
        label={say('writing.link-address')}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={address}
        error={wrong ? say('writing.wrong-link') : undefined}
        onKeyDown={keys}
        onChange={(event) => {
          setWrong(false)
          setAddress(event.target.value)
        }}
      />
      <Button look="plain" onClick={leave}>
        {say('writing.cancel')}
      </Button>
      {before !== undefined && <Button onClick={remove}>{say('writing.unlink')}</Button>}
      <Button look="primary" onClick={set}>
        {say('writing.set-link')}
      </Button>
    </div>
  )
}
