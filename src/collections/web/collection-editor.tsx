import { Plus } from 'lucide-react'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Hold, longestAbout, longestName } from '../collection.ts'
import { addSection, type Draft } from '../draft.ts'
import type { useCollectionDraft } from './collection-draft.ts'
import { LookChoice } from './look-choice.tsx'
import { SectionEditor } from './section-editor.tsx'
import { Spoken } from './spoken.tsx'
import styles from './collections.module.css'

type CollectionEditorProps = {
  id: string
  learnerId: string
  arranging: ReturnType<typeof useCollectionDraft>
  draft: Draft
  hold: Hold
  /** why a choice is not shown to others, by its id */
  resting: ReadonlyMap<string, 'deleted' | 'withdrawn'>
}

/** A learner arranges a collection: who they are, their work with the reason for each, in sections, under a look. */
export function CollectionEditor({ id, learnerId, arranging, draft, hold, resting }: CollectionEditorProps) {
  const { say } = useWords()
  const { change } = arranging
  const set = (some: Partial<Draft>) => change((before) => ({ ...before, ...some }))
  const unsaved = arranging.found?.unsaved === true
  const add = () =>
    change((before) => addSection(before, { id: newId(), title: '', belongs: '', choices: [] }))
  return (
    <div className={styles['editor']} data-look={draft.look}>
      <Field
        label={say('collections.title-label')}
        maxLength={longestName}
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextArea
        label={say('collections.about')}
        hint={say('collections.about-hint')}
        optional
        rows={3}
        maxLength={longestAbout}
        value={draft.about}
        onChange={(event) => set({ about: event.currentTarget.value })}
      />
      <Spoken
        place={`collection ${id} about`}
        mediaId={draft.aboutMediaId}
        onChange={(aboutMediaId) => set({ aboutMediaId })}
      />
      {draft.sections.map((section, place) => (
        <SectionEditor
          key={section.id}
          section={section}
          number={place + 1}
          {...{ learnerId, draft, hold, resting, change }}
        />
      ))}
      <Button icon={Plus} onClick={add}>
        {say('collections.add-section')}
      </Button>
      <LookChoice value={draft.look} onChange={(look) => set({ look })} />
      <div className={styles['save']}>
        {arranging.isBehind && <Notice kind="note">{say('collections.behind')}</Notice>}
        {arranging.error && (
          <Notice kind="problem">
            {(arranging.error instanceof ApiRefusal && arranging.error.sentence) ||
              say('collections.not-kept')}
          </Notice>
        )}
        <Button look="primary" busy={arranging.isSaving} onClick={arranging.save}>
          {say('collections.save')}
        </Button>
        <span role="status" className={styles['quiet']}>
          {say(unsaved ? 'collections.unsaved' : 'collections.saved')}
        </span>
      </div>
    </div>
  )
}
