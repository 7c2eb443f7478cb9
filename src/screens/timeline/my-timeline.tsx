import { History } from 'lucide-react'
import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetTimeline } from '../../timeline/contract.ts'
import { useAsked, useFound } from '../../timeline/web/asked.ts'
import { FindForm } from '../../timeline/web/find-form.tsx'
import { FoundEntries } from '../../timeline/web/found-entries.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'

/** Everything a learner made and said, all years, and a place to find something among it. */
export function MyTimeline() {
  const { say } = useWords()
  const me = useMe()
  const { asked, ask, clear } = useAsked()
  const found = useFound(GetTimeline, me.id, asked)
  return (
    <Page title={say('timeline.all-years')} width="reading" bar={<LearnerBar />}>
      <div>
        <ButtonLink look="plain" icon={History} href="/looking-back">
          {say('timeline.looking-back')}
        </ButtonLink>
      </div>
      <FindForm {...{ asked, ask, clear }} choices={found.data?.pages[0]?.choices} person="helper" />
      <FoundEntries found={found} asked={asked} mine />
    </Page>
  )
}
