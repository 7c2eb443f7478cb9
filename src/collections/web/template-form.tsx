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
import { ListTemplates, WriteTemplate } from '../contract.ts'
import styles from './collections.module.css'

type Begun = { title: string; words: string; place: string; sections: { title: string; belongs: string }[] }

const fresh: Begun = { title: '', words: '', place: '', sections: [{ title: '', belongs: '' }] }

type TemplateFormProps = { places: readonly { id: string; name: string }[]; forDistrict: boolean }

/** A title, and named sections with what belongs in each. */
export function TemplateForm({ places, forDistrict }: TemplateFormProps) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const kept = useAutosavedDraft<Begun>('collection template')
  const [typed, setTyped] = useState<Begun>()
  const [empty, setEmpty] = useState(false)
  const begun = typed ?? kept.content ?? fresh
  const change = (some: Partial<Begun>) => {
    setTyped({ ...begun, ...some })
    kept.write({ ...begun, ...some })
  }
  const keep = useKeep(WriteTemplate, {
    as: 'collections.waiting-template',
    draft: 'collection template',
    refreshes: [ListTemplates],
    onDone: () => {
      setId(newId())
      setTyped(fresh)
      void kept.drop()
    },
  })
  const sections = begun.sections.filter(({ title }) => title.trim() !== '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = begun.title.trim() === '' || sections.length === 0
    setEmpty(isEmpty)
    if (isEmpty || keep.isPending) return
    const classId = forDistrict ? undefined : begun.place || places[0]?.id
    const { title, words } = begun
    keep.mutate({ params: { id }, body: { title, words, sections, ...(classId ? { classId } : {}) } })
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
      {!forDistrict && places.length > 1 && (
        <Select
          label={say('collections.template-for')}
          value={begun.place || places[0]?.id}
          onChange={(event) => change({ place: event.currentTarget.value })}
        >
          {places.map(({ id: place, name }) => (
            <option key={place} value={place}>
              {name}
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
          {say('collections.template-offer')}
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
