import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetShowcaseLink } from '../contract.ts'
import { LinkWithCode } from './link-with-code.tsx'

export function ShowcaseLink({ id }: { id: string }) {
  const { say } = useWords()
  const { data } = useRead(GetShowcaseLink, { params: { id } })
  if (!data) return null
  const words = {
    code: say('showcases.code'),
    copy: say('showcases.copy'),
    copied: say('showcases.copied'),
  }
  return <LinkWithCode path={data.path} words={words} />
}
