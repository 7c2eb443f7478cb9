import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import { sayLargestFile, useLargestFile } from '../../media/web/upload-limit.ts'
import type { PictureToDrawOn } from '../../drawings/web/drawing-board.tsx'
import type { Write } from '../../outbox/entry.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, SavedState } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { longestCaption, longestTitle } from '../piece.ts'
import { CaptureChoices } from './capture-choices.tsx'
import { type Begun, type DraftPart, isEmptyDraft, type NewPart, newLink, newText } from './capture-draft.ts'
import { CaptureMaking, useMaking } from './capture-making.tsx'
import { useKeeping } from './capture-keeping.ts'
import { type Capture, useCapture } from './capture-state.ts'
import styles from './capture.module.css'

/** Fetched with the first part: whoever only opens the page waits for none of it. */
const CaptureParts = lazy(async () => ({
  default: (await import('./capture-parts.tsx')).CaptureParts,
}))

/** What a form hands over, and the key of the draft it is kept under until somebody has it. */
export type Kept = {
  title: string
  parts: NewPart[]
  whatChanged: string
  draft: string
  /** what travels right after it: the marks of drawings, so that one can draw on */
  beside: Write[]
  /** of an edit: what it was begun from */
  revision?: number | undefined
}

type CaptureFormProps = {
  /** Under which name the draft is kept on this device. */
  draftKey: string
  saveLabel: string
  initial?: Begun
  asksTitle?: boolean
  asksWhatChanged?: boolean
  /** What one may begin a drawing from: the attempt before. */
  pictures?: readonly PictureToDrawOn[]
  /** Before the save button: who sees it, whose work it is, which feedback it answers. */
  children?: ReactNode
  /** Resolves once it is kept; what it throws is said, and nothing typed is lost. */
  onKeep: (kept: Kept) => Promise<void>
}

/** Photos, files, words and links in any number and order; nothing is asked for but the work. */
export function CaptureForm(props: CaptureFormProps) {
  const capture = useCapture(props.draftKey, props.initial)
  return capture.ready ? <OpenForm {...props} capture={capture} /> : <Loading />
}

function OpenForm({
  saveLabel,
  asksTitle = true,
  asksWhatChanged = false,
  pictures = [],
  children,
  onKeep,
  capture,
}: CaptureFormProps & { capture: Capture }) {
  const { say, locale } = useWords()
  const most = useLargestFile()
  const { draft, change } = capture
  const device = useThisDevice()
  const [fresh, setFresh] = useState<string>()
  const [making, setMaking] = useMaking(capture)
  const keeping = useKeeping(capture, onKeep)
  const add = (part: DraftPart) => {
    setFresh(part.id)
    change((before) => ({ ...before, parts: [...before.parts, part] }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keeping.keep()
  }
  const begun = draft.parts.length > 0
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {asksWhatChanged && (
        <Field
          label={say('work.what-changed')}
          hint={say('work.what-changed-hint')}
          value={draft.whatChanged}
          maxLength={longestCaption}
          onChange={(event) => change((before) => ({ ...before, whatChanged: event.target.value }))}
        />
      )}
      <Lost names={capture.lost} />
      {begun && (
        <Suspense fallback={<Loading />}>
          <CaptureParts capture={capture} fresh={fresh} />
        </Suspense>
      )}
      <CaptureMaking
        capture={capture}
        making={making}
        pictures={pictures}
        onDone={() => setMaking(undefined)}
      />
      {!making && (
        <CaptureChoices
          small={begun}
          count={draft.parts.length}
          onFiles={capture.addFiles}
          onMake={setMaking}
          onWrite={() => add(newText())}
          onLink={() => add(newLink())}
        />
      )}
      {capture.problems.map(({ name, problem }) => (
        <Notice key={name} kind="problem" title={name}>
          {problem === 'empty'
            ? say('media.file-empty')
            : say('media.file-too-large', { size: sayLargestFile(locale, most) })}
        </Notice>
      ))}
      {begun && !making && (
        <>
          {asksTitle && (
            <Field
              label={say('work.title')}
              optional
              value={draft.title}
              maxLength={longestTitle}
              onChange={(event) => change((before) => ({ ...before, title: event.target.value }))}
            />
          )}
          {children}
          {keeping.problem && (
            <Notice kind="problem" title={say('work.not-kept')}>
              {keeping.problem}
            </Notice>
          )}
          <div className={styles['end']}>
            <div className={styles['state']}>
              {keeping.step === 'keeping-files' && <p role="status">{say('work.files-first', { device })}</p>}
              {keeping.step === 'idle' && !isEmptyDraft(draft) && capture.keptAt && (
                <DraftKept at={capture.keptAt} />
              )}
              {keeping.step === 'keeping' && <SavedState step="saving" />}
            </div>
            <Button type="submit" look="primary" busy={keeping.step !== 'idle'} className={styles['save']}>
              {saveLabel}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

function DraftKept({ at }: { at: Date }) {
  const { say, sayDate } = useWords()
  const device = useThisDevice()
  return <p>{say('work.draft-kept', { when: sayDate(at, 'moment'), device })}</p>
}

function Lost({ names }: { names: readonly string[] }) {
  const { say, sayList } = useWords()
  const device = useThisDevice()
  if (names.length === 0) return null
  return (
    <Notice kind="wait" title={say('work.choose-again', { count: names.length, device })}>
      {sayList(names)}
    </Notice>
  )
}
