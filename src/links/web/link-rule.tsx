import { useChosen } from '../../platform/web/chosen-at-once.ts'
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
  const [previews, choose] = useChosen(data?.previews ?? false)
  if (!data?.may.change) return null
  return (
    <Section title={say('office.links')}>
      <Checkbox
        label={say('office.link-previews')}
        hint={say('office.link-previews-hint')}
        checked={previews}
        onChange={({ target }) => set.mutate({ body: { previews: target.checked } }, choose(target.checked))}
      />
      {set.error && <Notice kind="problem">{say('errors.failed')}</Notice>}
    </Section>
  )
}
