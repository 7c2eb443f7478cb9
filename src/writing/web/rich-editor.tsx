import { type ComponentType, useEffect, useState } from 'react'
import { pause } from '../../platform/web/network.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { longestWriting, type RichText } from '../rich-text.ts'
import { RichTextView } from './rich-text-view.tsx'
import styles from './rich-editor.module.css'

/** `rich` is there only where there is more to the words than words. */
export type Writing = { text: string; rich?: RichText | undefined }

export type RichEditorProps = {
  label: string
  value: Writing
  onChange: (writing: Writing) => void
  /** takes the focus as soon as it is there */
  focus?: boolean
}

/**
 * Where somebody writes with headings, lists, quotes and links. The editor is fetched when this is shown; the
 * youngest, and whoever cannot fetch it, write into a plain box.
 */
export function RichEditor(props: RichEditorProps) {
  const { label, value, onChange, focus = false } = props
  const { say } = useWords()
  const { voice } = useVoice()
  const [wanted] = useState(voice !== 'early' || value.rich !== undefined)
  const editor = useEditorPart(wanted)
  if (editor === 'coming') return <Coming label={label} />
  if (editor !== 'away') return <editor.Part {...props} />
  if (value.rich) {
    return (
      <>
        <RichTextView rich={value.rich} />
        <Notice kind="note">{say('writing.editor-away')}</Notice>
      </>
    )
  }
  return (
    <TextArea
      label={label}
      rows={6}
      value={value.text}
      maxLength={longestWriting}
      autoFocus={focus}
      onChange={(event) => onChange({ text: event.target.value })}
    />
  )
}

type EditorPart = 'coming' | 'away' | { Part: ComponentType<RichEditorProps> }

/** Milliseconds; whoever waits longer writes plain words. */
const longestWait = 8_000

function useEditorPart(wanted: boolean): EditorPart {
  const [editor, setEditor] = useState<EditorPart>(wanted ? 'coming' : 'away')
  useEffect(() => {
    if (!wanted) return undefined
    let shown = true
    const rich = import('./editor-box.tsx').then(({ EditorBox }) => ({ Part: EditorBox }))
    const plain = pause(longestWait).then(() => 'away' as const)
    void Promise.race([rich, plain])
      .catch(() => 'away' as const)
      .then((part) => shown && setEditor(part))
    return () => {
      shown = false
    }
  }, [wanted])
  return editor
}

/** As tall as what is coming, so that nothing jumps. */
function Coming({ label }: { label: string }) {
  return (
    <div className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['coming']}>
        <Loading />
      </div>
    </div>
  )
}
