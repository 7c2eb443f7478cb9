import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListSchoolPrompts } from '../../reflections/contract.ts'
import { OwnPromptForm } from '../../reflections/web/own-prompt-form.tsx'
import { OwnPrompts } from '../../reflections/web/own-prompts.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'

/** The questions of whole schools, for those who lead them. */
export function SchoolPrompts() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListSchoolPrompts, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('prompts.our-questions')}
      lead={say('prompts.school-questions-lead')}
      bar={<OfficeBar />}
    >
      {data.length === 0 && (
        <EmptyState title={say('office.no-school')}>
          <p>{say('office.no-school-meaning')}</p>
        </EmptyState>
      )}
      {data.map((one) => (
        <OneSchool key={one.school.id} {...one} />
      ))}
    </Page>
  )
}

function OneSchool({ school, own }: Answer<typeof ListSchoolPrompts>[number]) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const refreshes = [ListSchoolPrompts]
  return (
    <Section title={school.name}>
      {open ? (
        <OwnPromptForm place={{ schoolId: school.id }} refreshes={refreshes} onDone={() => setOpen(false)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setOpen(true)}>
            {say('prompts.write-question')}
            <span className="unseen">: {school.name}</span>
          </Button>
        </div>
      )}
      <OwnPrompts place={{ schoolId: school.id }} prompts={own} refreshes={refreshes} />
    </Section>
  )
}
