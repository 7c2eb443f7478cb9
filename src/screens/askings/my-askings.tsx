import { AskingForm } from '../../askings/web/asking-forms.tsx'
import { AskingList } from '../../askings/web/asking-list.tsx'
import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'

/** What a learner gives their family to ask about, and what the family answered. */
export function MyAskings() {
  const { say } = useWords()
  const me = useMe()
  return (
    <Page title={say('askings.title')} lead={say('askings.lead')} width="reading" bar={<LearnerBar />}>
      <AskingForm />
      <AskingList learnerId={me.id} />
    </Page>
  )
}
