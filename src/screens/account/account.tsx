import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OwnKeys } from './own-keys.tsx'
import { OwnPreference } from './own-preference.tsx'
import { WhereSignedIn } from './where-signed-in.tsx'

/** What a person decides about Cairn for themselves. */
export function AccountScreen() {
  const { say } = useWords()
  const { name, schools, district } = useMe()
  return (
    <Page
      title={say('account.title')}
      lead={[name, ...(schools.length > 0 ? schools : [district])].join(' · ')}
      width="reading"
      bar={<PersonBar />}
    >
      <OwnPreference />
      <OwnKeys />
      <Section title={say('account.sessions')}>
        <WhereSignedIn />
      </Section>
    </Page>
  )
}
