import { useState } from 'react'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { GetLinkRule, SetLinkRule } from '../contract.ts'

/** For whoever runs the district: whether linked pages are asked what they are called. */
export function LinkRule() {
  const { say } = useWords()
  const { data } = useRead(GetLinkRule, {})
  const set = useAct(SetLinkRule, { refreshes: [GetLinkRule] })
  // what was just chosen stands at once, until it is refused: the read comes after the answer
  const [chosen, setChosen] = useState<boolean>()
  if (!data?.may.change) return null
  const choose = (previews: boolean) => {
    setChosen(previews)
    set.mutate({ body: { previews } }, { onError: () => setChosen(undefined) })
  }
  return (
    <Section title={say('office.links')}>
      <Checkbox
        label={say('office.link-previews')}
        hint={say('office.link-previews-hint')}
        checked={chosen ?? data.previews}
        onChange={({ target }) => choose(target.checked)}
      />
      {set.error && <Notice kind="problem">{say('errors.failed')}</Notice>}
    </Section>
  )
}
