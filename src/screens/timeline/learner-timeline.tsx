import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { isNotThere } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetTimeline } from '../../timeline/contract.ts'
import { useAsked, useFound } from '../../timeline/web/asked.ts'
import { FindForm } from '../../timeline/web/find-form.tsx'
import { FoundEntries } from '../../timeline/web/found-entries.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { WayBack } from '../learner/way-back.tsx'

/** A learner's years as far as a teacher or the family may see them. */
export function LearnerTimeline({ params }: ScreenProps) {
  const { say } = useWords()
  const me = useMe()
  const id = params['id'] ?? ''
  const { asked, ask, clear } = useAsked()
  const found = useFound(GetTimeline, id, asked)
  const first = found.data?.pages[0]
  if (isNotThere(found.error)) return <Nowhere />
  const name = first?.learner.name ?? ''
  return (
    <Page
      title={name === '' ? say('timeline.all-years') : say('timeline.all-years-of', { name })}
      width="reading"
      bar={<PersonBar place={name && <WayBack href={`/learners/${id}`}>{name}</WayBack>} />}
    >
      <FindForm {...{ asked, ask, clear }} choices={first?.choices} person="helper" />
      <FoundEntries found={found} asked={asked} mine={id === me.id} />
    </Page>
  )
}
