import { ImagePlus, Mic, Video } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { movePart } from '../../work/web/capture-draft.ts'
import { CaptureMaking, useMaking } from '../../work/web/capture-making.tsx'
import { CapturePart } from '../../work/web/capture-part.tsx'
import type { Capture } from '../../work/web/capture-state.ts'
import styles from './activity-editor.module.css'

/** Pictures, voice and film beside the words of an activity. */
export function AttachedEditor({ capture }: { capture: Capture }) {
  const { say } = useWords()
  const [making, setMaking] = useMaking(capture)
  const { draft, change } = capture
  return (
    <div className={styles['attached']}>
      {draft.parts.length > 0 && (
        <ol className={styles['parts']}>
          {draft.parts.map((part, place) => (
            <CapturePart
              key={part.id}
              part={part}
              place={place}
              count={draft.parts.length}
              file={capture.fileOf(part)}
              fresh={false}
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
      )}
      <CaptureMaking capture={capture} making={making} pictures={[]} onDone={() => setMaking(undefined)} />
      {!making && (
        <div className={styles['ways']}>
          <FileButton className={styles['choose']} multiple onFiles={capture.addFiles}>
            <ImagePlus aria-hidden />
            {say('activities.add-picture')}
          </FileButton>
          <Button icon={Mic} onClick={() => setMaking('audio')}>
            {say('activities.add-voice')}
          </Button>
          <Button icon={Video} onClick={() => setMaking('video')}>
            {say('activities.add-film')}
          </Button>
        </div>
      )}
    </div>
  )
}
