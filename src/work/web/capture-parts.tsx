import { movePart } from './capture-draft.ts'
import { CapturePart } from './capture-part.tsx'
import type { Capture } from './capture-state.ts'
import styles from './capture.module.css'

/** What the work is made of so far, in order; `fresh` was added just now. */
export function CaptureParts({ capture, fresh }: { capture: Capture; fresh: string | undefined }) {
  const { draft, change } = capture
  return (
    <ol className={styles['parts']}>
      {draft.parts.map((part, place) => (
        <CapturePart
          key={part.id}
          part={part}
          place={place}
          count={draft.parts.length}
          file={capture.fileOf(part)}
          fresh={part.id === fresh}
          onChange={(changed) =>
            change((before) => ({
              ...before,
              parts: before.parts.map((one) => (one.id === changed.id ? changed : one)),
            }))
          }
          onMove={(by) => change((before) => ({ ...before, parts: movePart(before.parts, part.id, by) }))}
          onRemove={() => capture.remove(part)}
          onRetry={() => part.kind === 'media' && capture.files.retry(part.mediaId)}
        />
      ))}
    </ol>
  )
}
