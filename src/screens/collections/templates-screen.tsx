import { useState } from 'react'
import { CloseTemplate, ListTemplatePlaces, ListTemplates } from '../../collections/contract.ts'
import { TemplateForm } from '../../collections/web/template-form.tsx'
import { useHat } from '../../people/web/me.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './collections.module.css'

/** Sections to begin a collection from, offered to a class; and those that others offer here. */
export function TemplatesScreen() {
  const { say } = useWords()
  const [hat] = useHat()
  const { data } = useRead(ListTemplates, {})
  const { data: places = [] } = useRead(ListTemplatePlaces, {})
  const [changed, setChanged] = useState<string>()
  const close = useAct(CloseTemplate, { refreshes: [ListTemplates] })
  return (
    <Page
      title={say('collections.templates')}
      lead={say('collections.templates-meaning')}
      width="reading"
      bar={hat === 'office' ? <OfficeBar /> : <TeacherBar />}
    >
      {!data && <Loading />}
      {data?.length === 0 && <EmptyState title={say('collections.templates-none')} />}
      {data?.map((template) => (
        <article key={template.id} className={styles['template']}>
          <h2>{template.title}</h2>
          <p>{say(`collections.place-${template.place}`, { name: template.placeName })}</p>
          {template.words && <p>{template.words}</p>}
          <ol>
            {template.sections.map(({ title, belongs }) => (
              <li key={title}>
                <strong>{title}</strong> {belongs}
              </li>
            ))}
          </ol>
          {template.may.change && changed !== template.id && (
            <p className={styles['acts']}>
              <Button onClick={() => setChanged(template.id)}>
                {say('collections.template-change')}
                <span className="unseen">: {template.title}</span>
              </Button>
              <Button
                look="plain"
                busy={close.isPending}
                onClick={() => close.mutate({ params: { id: template.id } })}
              >
                {say('collections.template-close')}
                <span className="unseen">: {template.title}</span>
              </Button>
            </p>
          )}
          {template.may.change && changed === template.id && (
            <TemplateForm places={places} template={template} onDone={() => setChanged(undefined)} />
          )}
        </article>
      ))}
      {places.length > 0 && (
        <Section title={say('collections.template-new')}>
          <TemplateForm places={places} />
        </Section>
      )}
    </Page>
  )
}
