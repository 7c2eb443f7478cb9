import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestAbout, longestName } from '../collection.ts'
import { ListTemplates, ReviseTemplate, WriteTemplate } from '../contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { ListTemplatePlaces } from '../contract.ts'
import styles from './collections.module.css'

type Begun = { title: string; words: string; place: string; sections: { title: string; belongs: string }[] }

const fresh: Begun = { title: '', words: '', place: '', sections: [{ title: '', belongs: '' }] }

type Template = Answer<typeof ListTemplates>[number]
type Places = Answer<typeof ListTemplatePlaces>
type TemplateFormProps = {
  places: Places
  /** the one that is changed, instead of offering another */
  template?: Template
  onDone?: () => void
}

/** A title, and named sections with what belongs in each. */
export function TemplateForm({ places, template, onDone }: TemplateFormProps) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const draft = template ? `collection template ${template.id} ${template.revision}` : 'collection template'
  const kept = useAutosavedDraft<Begun>(draft)
  const [typed, setTyped] = useState<Begun>()
  const [empty, setEmpty] = useState(false)
  const begun = typed ?? kept.content ?? (template ? { ...template, place: '' } : fresh)
  const change = (some: Partial<Begun>) => {
    setTyped({ ...begun, ...some })
    kept.write({ ...begun, ...some })
  }
  const finished = () => {
    setId(newId())
    setTyped(undefined)
    void kept.drop()
    onDone?.()
  }
  const keeping = {
    as: 'collections.waiting-template',
    draft,
    refreshes: [ListTemplates],
    onDone: finished,
  } as const
  const offer = useKeep(WriteTemplate, keeping)
  const revise = useKeep(ReviseTemplate, keeping)
  const keep = template ? revise : offer
  const sections = begun.sections.filter(({ title }) => title.trim() !== '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = begun.title.trim() === '' || sections.length === 0
    setEmpty(isEmpty)
    if (isEmpty || keep.isPending) return
    const said = { title: begun.title, words: begun.words, sections }
    if (template) {
      revise.mutate({ params: { id: template.id, revision: template.revision + 1 }, body: said })
    } else offer.mutate({ params: { id }, body: { ...said, ...placeOf(places, begun.place) } })
  }
  const setSection = (place: number, some: Partial<Begun['sections'][number]>) =>
    change({ sections: begun.sections.map((one, at) => (at === place ? { ...one, ...some } : one)) })
  return (
    <form className={styles['editor']} onSubmit={send} noValidate>
      <Field
        label={say('collections.template-title')}
        maxLength={longestName}
        value={begun.title}
        error={empty ? say('collections.template-empty') : undefined}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {!template && places.length > 1 && (
        <Select
          label={say('collections.template-for')}
          value={begun.place || places[0]?.id}
          onChange={(event) => change({ place: event.currentTarget.value })}
        >
          {places.map(({ id: place, kind, name }) => (
            <option key={place} value={place}>
              {say(`collections.place-${kind}`, { name })}
            </option>
          ))}
        </Select>
      )}
      <TextArea
        label={say('collections.template-words')}
        optional
        rows={2}
        maxLength={longestAbout}
        value={begun.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      {begun.sections.map((section, place) => (
        <fieldset key={place} className={styles['arranged']}>
          <legend>{say('collections.section-number', { number: place + 1 })}</legend>
          <Field
            label={say('collections.section-name')}
            maxLength={longestName}
            value={section.title}
            onChange={(event) => setSection(place, { title: event.currentTarget.value })}
          />
          <TextArea
            label={say('collections.template-belongs')}
            optional
            rows={1}
            maxLength={longestAbout}
            value={section.belongs}
            onChange={(event) => setSection(place, { belongs: event.currentTarget.value })}
          />
        </fieldset>
      ))}
      <div className={styles['buttons']}>
        <Button
          icon={Plus}
          onClick={() => change({ sections: [...begun.sections, { title: '', belongs: '' }] })}
        >
          {say('collections.add-section')}
        </Button>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say(template ? 'collections.save' : 'collections.template-offer')}
        </Button>
      </div>
      {keep.error && (
        <Notice kind="problem">
          {(keep.error instanceof ApiRefusal && keep.error.sentence) || say('collections.not-kept')}
        </Notice>
      )}
    </form>
  )
}

/** A class, a school; the district when it is neither. */
function placeOf(places: Places, chosen: string): { classId?: string; schoolId?: string } {
  const place = places.find(({ id }) => id === chosen) ?? places[0]
  if (place?.kind === 'class') return { classId: place.id }
  return place?.kind === 'school' ? { schoolId: place.id } : {}
}
