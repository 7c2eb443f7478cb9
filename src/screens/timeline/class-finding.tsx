import { PersonBar } from '../../people/web/top-bar.tsx'
import { isNotThere } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { FindInClass, type GetTimeline } from '../../timeline/contract.ts'
import { useAsked, useFound } from '../../timeline/web/asked.ts'
import { FindForm } from '../../timeline/web/find-form.tsx'
import { FoundEntries } from '../../timeline/web/found-entries.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { WayBack } from '../learner/way-back.tsx'

/** A teacher looks for something in what their class shares with them. */
export function ClassFinding({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const { asked, ask, clear } = useAsked()
  const found = useFound(FindInClass, id, asked)
  const first = found.data?.pages[0]
  if (isNotThere(found.error)) return <Nowhere />
  return (
    <Page
      title={say('timeline.find-in-class')}
      lead={say('timeline.find-in-class-lead')}
      width="reading"
      bar={<PersonBar place={first && <WayBack href={`/classes/${id}`}>{first.class.name}</WayBack>} />}
    >
      <FindForm {...{ asked, ask, clear }} choices={first?.choices} person="learner" />
      <FoundEntries
        found={found as unknown as ReturnType<typeof useFound<typeof GetTimeline>>}
        asked={asked}
        mine={false}
        showsLearner
      />
    </Page>
  )
}
