import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListOwnPrompts } from '../../reflections/contract.ts'
import { OwnPromptForm } from '../../reflections/web/own-prompt-form.tsx'
import { OwnPrompts } from '../../reflections/web/own-prompts.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** The questions of a class's teachers, asked before those that come with Cairn; its school's stand below. */
export function ClassPrompts({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useRead(ListOwnPrompts, { params: { id } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const refreshes = [ListOwnPrompts]
  return (
    <Page
      title={say('prompts.our-questions')}
      lead={
        <>
          <p>{data.class.name}</p>
          <p>{say('prompts.our-questions-lead')}</p>
        </>
      }
      bar={<TeacherBar classId={id} />}
      action={
        !open && (
          <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>
            {say('prompts.write-question')}
          </Button>
        )
      }
    >
      {open && <OwnPromptForm place={{ classId: id }} refreshes={refreshes} onDone={() => setOpen(false)} />}
      {!open && data.own.length === 0 && (
        <EmptyState title={say('prompts.no-questions')}>
          <p>{say('prompts.no-questions-meaning')}</p>
        </EmptyState>
      )}
      <OwnPrompts place={{ classId: id }} prompts={data.own} refreshes={refreshes} />
      {data.ofSchool.length > 0 && (
        <Section title={say('prompts.questions-of', { name: data.school.name })}>
          <OwnPrompts place={{ schoolId: data.school.id }} prompts={data.ofSchool} refreshes={refreshes} />
        </Section>
      )}
    </Page>
  )
}
