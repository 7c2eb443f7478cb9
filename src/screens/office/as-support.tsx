import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Said to support on the pages it begins from. */
export function AsSupport() {
  const { say } = useWords()
  const { isSupport } = useMe()
  return isSupport && <Notice kind="note">{say('office.as-support')}</Notice>
}
