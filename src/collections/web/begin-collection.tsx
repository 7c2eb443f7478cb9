import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListTemplates } from '../contract.ts'
import { type Draft, emptyDraft } from '../draft.ts'
import { useBeginning } from './collection-draft.ts'
import styles from './collections.module.css'

type Template = Answer<typeof ListTemplates>[number]

/** An empty one, or one that begins with the sections of a template. */
export function BeginCollection() {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const [id] = useState(newId)
  const { data: templates = [] } = useRead(ListTemplates, {})
  const beginning = useBeginning(id, () => goTo(`/collections/${id}`))
  const begin = (template?: Template) => void beginning.begin(draftFrom(template), template?.id)
  return (
    <div className={styles['begin']}>
      <Button look="primary" icon={Plus} busy={beginning.isPending} onClick={() => begin()}>
        {say('collections.begin')}
      </Button>
      {templates.map((template) => (
        <Button key={template.id} onClick={() => begin(template)}>
          {say('collections.begin-from', { title: template.title, place: template.placeName })}
        </Button>
      ))}
      {beginning.error && (
        <Notice kind="problem">
          {(beginning.error instanceof ApiRefusal && beginning.error.sentence) || say('collections.not-kept')}
        </Notice>
      )}
    </div>
  )
}

function draftFrom(template: Template | undefined): Draft {
  if (!template) {
    return { ...emptyDraft, sections: [{ id: newId(), title: '', belongs: '', choices: [] }] }
  }
  const sections = template.sections.map(({ title, belongs }, from) => ({
    id: newId(),
    title,
    belongs,
    from,
    choices: [],
  }))
  return { ...emptyDraft, title: template.title, sections }
}
