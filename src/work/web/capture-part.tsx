import { ArrowDown, ArrowUp, RotateCw, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ChosenFileLine } from '../../media/web/chosen-file-line.tsx'
import type { ChosenFile } from '../../media/web/chosen-files.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RichEditor } from '../../writing/web/rich-editor.tsx'
import { completeLink } from '../../writing/safe-link.ts'
import { longestCaption } from '../piece.ts'
import { type DraftMedia, type DraftPart, isWrongLink } from './capture-draft.ts'
import { CapturePreview, isPicture } from './capture-preview.tsx'
import styles from './capture.module.css'

type CapturePartProps = {
  part: DraftPart
  place: number
  count: number
  file: ChosenFile | undefined
  /** just added: what it waits for gets the focus */
  fresh: boolean
  onChange: (changed: DraftPart) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onRetry: () => void
}

/** One part of the work being made: shown at once, with what may be said about it. */
export function CapturePart(props: CapturePartProps) {
  const { part, file, fresh, onChange, onRetry } = props
  return (
    <li className={styles['part']}>
      {part.kind === 'text' && <Writing part={part} fresh={fresh} onChange={onChange} />}
      {part.kind === 'link' && <Linking part={part} fresh={fresh} onChange={onChange} />}
      {part.kind === 'media' && (
        <>
          <CapturePreview part={part} file={file} />
          {file && <ChosenFileLine file={file} action={<Retry onRetry={onRetry} />} />}
          <BesideMedia part={part} type={file?.type ?? part.type} onChange={onChange} />
        </>
      )}
      <Ordering {...props} />
    </li>
  )
}

function Retry({ onRetry }: { onRetry: () => void }) {
  const { say } = useWords()
  return (
    <Button icon={RotateCw} onClick={onRetry}>
      {say('media.retry')}
    </Button>
  )
}

type Edited<Kind> = {
  part: Extract<DraftPart, { kind: Kind }>
  fresh: boolean
  onChange: (changed: DraftPart) => void
}

function Writing({ part, fresh, onChange }: Edited<'text'>) {
  const { say } = useWords()
  return (
    <RichEditor
      label={say('work.your-words')}
      value={part}
      focus={fresh}
      onChange={({ text, rich }) => onChange({ ...part, text, rich })}
    />
  )
}

function Linking({ part, fresh, onChange }: Edited<'link'>) {
  const { say } = useWords()
  return (
    <div ref={useFocusWhen(fresh)} className={styles['beside']}>
      <Field
        label={say('work.link-address')}
        hint={say('work.link-hint')}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={part.url}
        error={isWrongLink(part) ? say('work.wrong-link') : undefined}
        onChange={(event) => onChange({ ...part, url: event.target.value })}
        onBlur={() => part.url.trim() && onChange({ ...part, url: completeLink(part.url) })}
      />
      <Field
        label={say('work.link-caption')}
        optional
        value={part.caption}
        maxLength={longestCaption}
        onChange={(event) => onChange({ ...part, caption: event.target.value })}
      />
    </div>
  )
}

type BesideMediaProps = { part: DraftMedia; type: string; onChange: (changed: DraftPart) => void }

/** Folded away until wanted: nothing is asked for but the work. */
function BesideMedia({ part, type, onChange }: BesideMediaProps) {
  const { say } = useWords()
  const picture = isPicture(part, type)
  return (
    <details className={styles['words']} open={part.caption !== '' || part.alt !== '' || undefined}>
      <summary>{say(picture ? 'work.words-picture' : 'work.words-file')}</summary>
      <div className={styles['beside']}>
        {picture && (
          <Field
            label={say('work.alt')}
            hint={say('work.alt-hint')}
            value={part.alt}
            maxLength={longestCaption}
            onChange={(event) => onChange({ ...part, alt: event.target.value })}
          />
        )}
        <Field
          label={say('work.caption')}
          value={part.caption}
          maxLength={longestCaption}
          onChange={(event) => onChange({ ...part, caption: event.target.value })}
        />
      </div>
    </details>
  )
}

function Ordering({ part, place, count, onMove, onRemove }: CapturePartProps) {
  const { say } = useWords()
  const name =
    part.kind === 'media' ? part.name : say(part.kind === 'text' ? 'work.the-words' : 'work.the-link')
  const about = <span className="unseen">: {name}</span>
  return (
    <div className={styles['ordering']}>
      {count > 1 && (
        <>
          <Button look="plain" icon={ArrowUp} aria-disabled={place === 0} onClick={() => onMove(-1)}>
            {say('work.move-up')}
            {about}
          </Button>
          <Button look="plain" icon={ArrowDown} aria-disabled={place === count - 1} onClick={() => onMove(1)}>
            {say('work.move-down')}
            {about}
          </Button>
        </>
      )}
      <Button look="plain" icon={Trash2} onClick={onRemove}>
        {say('work.remove-part')}
        {about}
      </Button>
    </div>
  )
}

function useFocusWhen(fresh: boolean) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fresh) box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [fresh])
  return box
}
