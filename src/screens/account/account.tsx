import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnPreference } from './own-preference.tsx'
import { SecondFactor } from './second-factor.tsx'
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
      <Section title={say('account.password')}>
        <OwnPassword />
      </Section>
      <Section title={say('account.factor')}>
        <SecondFactor />
      </Section>
      <Section title={say('account.passkeys')}>
        <OwnPasskeys />
      </Section>
      <Section title={say('account.sessions')}>
        <WhereSignedIn />
      </Section>
    </Page>
  )
}
