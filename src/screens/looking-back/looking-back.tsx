import { Mail } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetYearAgo, WishYearAgo } from '../../timeline/contract.ts'
import { YearAgo } from '../../timeline/web/year-ago.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { WayBack } from '../learner/way-back.tsx'
import { ThenAndNow } from './then-and-now.tsx'

/** Three ways to look back: two moments side by side, a year ago, and letters to who one will be. */
export function LookingBack() {
  const { say } = useWords()
  const me = useMe()
  return (
    <Page
      title={say('timeline.looking-back')}
      bar={<PersonBar place={<WayBack href="/timeline">{say('timeline.all-years')}</WayBack>} />}
    >
      <Section title={say('timeline.then-and-now')}>
        <ThenAndNow learnerId={me.id} />
      </Section>
      <Section title={say('timeline.year-ago')}>
        <Wish />
        <YearAgo />
      </Section>
      <Section title={say('letters.letters')}>
        <p>{say('letters.first-meaning')}</p>
        <div>
          <ButtonLink icon={Mail} href="/letters">
            {say('letters.to-letters')}
          </ButtonLink>
        </div>
      </Section>
    </Page>
  )
}

/** Off until they want it: not every memory is a good one. */
function Wish() {
  const { say } = useWords()
  const { data } = useRead(GetYearAgo, {})
  const wish = useAct(WishYearAgo, { refreshes: [GetYearAgo] })
  const [chosen, setChosen] = useState<boolean>()
  if (!data) return null
  const choose = (wished: boolean) => {
    setChosen(wished)
    wish.mutate({ body: { wished } }, { onError: () => setChosen(undefined) })
  }
  return (
    <Checkbox
      label={say('timeline.wish')}
      hint={say('timeline.wish-meaning')}
      checked={chosen ?? data.wished}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  )
}
