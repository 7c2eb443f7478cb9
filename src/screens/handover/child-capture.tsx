import { Camera, Check, type LucideIcon, Mic, Palette, Undo2, Video } from 'lucide-react'
import { useEffect, useState } from 'react'
import { mostBrought } from '../../handovers/handover.ts'
import { useLeftAlone } from '../../platform/web/left-alone.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Face } from '../../ui/faces.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { useKeeping } from '../../work/web/capture-keeping.ts'
import { CaptureMaking, type Making, useMaking } from '../../work/web/capture-making.tsx'
import { CapturePreview } from '../../work/web/capture-preview.tsx'
import { type Capture, useCapture } from '../../work/web/capture-state.ts'
import { draftOf, useBringWork, type WorkIds } from './begun.ts'
import type { Child, HandedOver } from './class-tablet.tsx'
import styles from './handover.module.css'
import { KeepDialog } from './keep-dialog.tsx'

type ChildCaptureProps = {
  handover: HandedOver
  child: Child
  ids: WorkIds
  onLeave: (kept: boolean) => void
}

/** A child makes something, sees it, and is done; it asks for no word. */
export function ChildCapture(props: ChildCaptureProps) {
  const capture = useCapture(draftOf(props.ids))
  return capture.ready ? <OpenCapture {...props} capture={capture} /> : <Loading />
}

function OpenCapture({ handover, child, ids, onLeave, capture }: ChildCaptureProps & { capture: Capture }) {
  const { say } = useWords()
  const bring = useBringWork(handover.id)
  const [making, setMaking] = useMaking(capture)
  const [leaving, setLeaving] = useState(false)
  const { parts } = capture.draft
  const keeping = useKeeping(capture, async (kept) => {
    const mediaIds = kept.parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : []))
    await bring(child.id, ids, mediaIds)
  })
  const finish = async () => {
    if (await keeping.keep()) onLeave(true)
  }
  const [walkedOff, setWalkedOff] = useState(false)
  // a recording may well be made without a touch; a drawing hands itself over first
  useLeftAlone(() => setWalkedOff(making === undefined || making === 'drawing'))
  useEffect(() => {
    if (!walkedOff || making) return
    setWalkedOff(false)
    if (parts.length > 0) void finish()
    else onLeave(false)
    // oxlint-disable-next-line react/exhaustive-deps -- once, with what is there when nothing is being made any more
  }, [walkedOff, making])
  const throwAway = async () => {
    for (const part of parts) capture.remove(part)
    await capture.drop()
    onLeave(false)
  }
  return (
    <Page
      title={say('handovers.yours', { name: child.givenName })}
      heading="unseen"
      bar={
        <header className={styles['bar']}>
          <span className={styles['who']}>
            <Face person={child} />
            <span>{child.givenName}</span>
          </span>
          <Button
            look="plain"
            icon={Undo2}
            onClick={() => (parts.length > 0 ? setLeaving(true) : onLeave(false))}
          >
            {say('handovers.not-me')}
          </Button>
        </header>
      }
    >
      {parts.length > 0 && !making && (
        <ol className={styles['made']}>
          {parts.map((part) =>
            part.kind === 'media' ? (
              <li key={part.id}>
                <CapturePreview part={part} file={capture.fileOf(part)} />
              </li>
            ) : null,
          )}
        </ol>
      )}
      <CaptureMaking
        capture={capture}
        making={making}
        pictures={[]}
        shared
        onDone={() => setMaking(undefined)}
      />
      {capture.problems.map(({ name }) => (
        <Notice key={name} kind="problem">
          {say('handovers.not-taken')}
        </Notice>
      ))}
      {keeping.problem && <Notice kind="problem">{keeping.problem}</Notice>}
      {!making && parts.length < mostBrought && (
        <Choices small={parts.length > 0} onFiles={capture.addFiles} onMake={setMaking} />
      )}
      {!making && parts.length > 0 && (
        <div className={styles['end']}>
          <Button look="primary" icon={Check} busy={keeping.step !== 'idle'} onClick={() => void finish()}>
            {say('handovers.done')}
          </Button>
        </div>
      )}
      {leaving && (
        <KeepDialog
          name={child.givenName}
          onStay={() => setLeaving(false)}
          onThrowAway={() => void throwAway()}
          onKeep={() => {
            setLeaving(false)
            void finish()
          }}
        />
      )}
    </Page>
  )
}

type ChoicesProps = {
  small: boolean
  onFiles: (files: readonly File[]) => void
  onMake: (what: Making) => void
}

/** Four ways to make something, each a picture and a word. */
function Choices({ small, onFiles, onMake }: ChoicesProps) {
  const { say } = useWords()
  return (
    <fieldset className={classNames(styles['choices'], small && styles['few'])}>
      <legend className="unseen">{say(small ? 'handovers.more' : 'handovers.what')}</legend>
      <FileButton className={styles['choice']} accept="image/*" capture="environment" onFiles={onFiles}>
        <Inside icon={Camera} word={say('handovers.photo')} />
      </FileButton>
      <button type="button" className={styles['choice']} onClick={() => onMake('drawing')}>
        <Inside icon={Palette} word={say('handovers.draw')} />
      </button>
      <button type="button" className={styles['choice']} onClick={() => onMake('audio')}>
        <Inside icon={Mic} word={say('handovers.talk')} />
      </button>
      <button type="button" className={styles['choice']} onClick={() => onMake('video')}>
        <Inside icon={Video} word={say('handovers.film')} />
      </button>
    </fieldset>
  )
}

function Inside({ icon: Icon, word }: { icon: LucideIcon; word: string }) {
  return (
    <>
      <Icon aria-hidden />
      <span>{word}</span>
    </>
  )
}
