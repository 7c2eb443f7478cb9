import { type FormEvent, useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { longestTitle } from '../../work/piece.ts'
import { type Capture, useCapture } from '../../work/web/capture-state.ts'
import { isWindow, longestExemplar, longestInstructions } from '../activity.ts'
import { type ActivityDraft, contentOf, type NewContent, partsOf } from './activity-draft.ts'
import styles from './activity-editor.module.css'
import type { Content } from './activity-instructions.tsx'
import { ActivityLearners, type Invitable } from './activity-learners.tsx'
import { AttachedEditor } from './attached-editor.tsx'

const noFiles: Pick<Content, 'attached' | 'exemplarAttached'> = { attached: [], exemplarAttached: [] }

type EditorProps = {
  /** Under which name the draft is kept on this device. */
  place: string
  initial: ActivityDraft
  files?: Pick<Content, 'attached' | 'exemplarAttached'>
  /** for a group or a one-to-one */
  byHand: boolean
  learners: readonly Invitable[]
  published: boolean
  onKeep: (id: string, content: NewContent, publish: boolean) => Promise<void>
}

/** A name, what to do, perhaps a picture or a voice: the rest is folded away until wanted. */
export function ActivityEditor(props: EditorProps) {
  const { place, files = noFiles } = props
  const kept = useAutosavedDraft<ActivityDraft>(place)
  const [parts] = useState(() => ({
    attached: { parts: partsOf(files.attached) },
    exemplar: { parts: partsOf(files.exemplarAttached) },
  }))
  const attached = useCapture(`${place}-attached`, parts.attached)
  const exemplar = useCapture(`${place}-exemplar`, parts.exemplar)
  if (!kept.ready || !attached.ready || !exemplar.ready) return <Loading />
  return <OpenEditor {...props} kept={kept} attached={attached} exemplar={exemplar} />
}

type OpenProps = EditorProps & {
  kept: ReturnType<typeof useAutosavedDraft<ActivityDraft>>
  attached: Capture
  exemplar: Capture
}

function OpenEditor({ initial, byHand, learners, published, onKeep, kept, attached, exemplar }: OpenProps) {
  const { say } = useWords()
  const [draft, setDraft] = useState(kept.content ?? initial)
  const { busy, problem, keep } = useKeepingActivity()
  const change = (part: Partial<ActivityDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    kept.write(next)
  }
  const send = (publish: boolean) =>
    keep(async () => {
      if ((publish || published) && draft.title.trim() === '') return say('activities.needs-title')
      if (draft.learnerIds?.length === 0) return say('activities.choose-someone')
      if (!isWindow({ opensOn: draft.opensOn || null, dueOn: draft.dueOn || null }))
        return say('activities.wrong-window')
      for (const capture of [attached, exemplar]) {
        const ids = capture.draft.parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : []))
        if (!(await capture.files.allKept(ids))) return say('work.file-not-kept')
      }
      await onKeep(draft.id, contentOf(draft, attached.draft.parts, exemplar.draft.parts), publish)
      await Promise.all([kept.drop(), attached.drop(), exemplar.drop()])
      return undefined
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(!published)
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={say('activities.title')}
        value={draft.title}
        maxLength={longestTitle}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextArea
        label={say('activities.instructions')}
        rows={4}
        value={draft.instructions}
        maxLength={longestInstructions}
        onChange={(event) => change({ instructions: event.target.value })}
      />
      <AttachedEditor capture={attached} />
      <details className={styles['more']} open={initial.exemplar !== '' || undefined}>
        <summary>{say('activities.exemplar-add')}</summary>
        <div className={styles['inside']}>
          <TextArea
            label={say('activities.exemplar-words')}
            hint={say('activities.exemplar-hint')}
            value={draft.exemplar}
            maxLength={longestExemplar}
            onChange={(event) => change({ exemplar: event.target.value })}
          />
          <AttachedEditor capture={exemplar} />
        </div>
      </details>
      <details className={styles['more']} open={initial.prompts !== '' || undefined}>
        <summary>{say('activities.prompts-add')}</summary>
        <div className={styles['inside']}>
          <TextArea
            label={say('activities.prompts-label')}
            hint={say('activities.prompts-hint')}
            value={draft.prompts}
            onChange={(event) => change({ prompts: event.target.value })}
          />
        </div>
      </details>
      <div className={styles['days']}>
        <Field
          label={say('activities.opens-on')}
          optional
          type="date"
          value={draft.opensOn}
          onChange={(event) => change({ opensOn: event.target.value })}
        />
        <Field
          label={say('activities.due-on')}
          optional
          type="date"
          value={draft.dueOn}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
      </div>
      <ActivityLearners draft={draft} byHand={byHand} learners={learners} onChange={change} />
      {problem && (
        <Notice kind="problem" title={say('work.not-kept')}>
          {problem}
        </Notice>
      )}
      <div className={styles['end']}>
        {!published && (
          <Button busy={busy} onClick={() => void send(false)}>
            {say('activities.save-draft')}
          </Button>
        )}
        <Button type="submit" look="primary" busy={busy}>
          {say(published ? 'activities.save-changes' : 'activities.publish')}
        </Button>
      </div>
    </form>
  )
}

/** Answers a sentence when something is missing; what the server refuses is said in its own words. */
function useKeepingActivity() {
  const { say } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const keep = async (send: () => Promise<string | undefined>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      setProblem(await send())
    } catch (error) {
      setProblem((error instanceof ApiRefusal && error.sentence) || say('errors.failed'))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, keep }
}
