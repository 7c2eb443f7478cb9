import { DigestSettings } from '../../digests/web/digest-settings.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink, Page } from '../../ui/page.tsx'

/** When and how a guardian is told what is new. */
export function LettersScreen() {
  const { say } = useWords()
  return (
    <Page
      title={say('digests.title')}
      lead={say('digests.lead')}
      width="reading"
      bar={
        <PersonBar>
          <BarLink href="/family">{say('family.title')}</BarLink>
        </PersonBar>
      }
    >
      <DigestSettings />
    </Page>
  )
}
