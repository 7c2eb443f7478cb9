import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetReadingLanguages } from '../contract.ts'

/** The way to a page of the server's on which a guardian has the words translated; nothing where nobody translates. */
export function ReadOtherwise({ href }: { href: string }) {
  const { say } = useWords()
  const { data } = useRead(GetReadingLanguages, {})
  const languages = data?.languages ?? []
  if (languages.length === 0) return null
  return (
    <p>
      <a href={href}>
        {say('translations.read-in')}{' '}
        {languages.slice(0, 4).map(({ code, name }, place) => (
          <span key={code}>
            {place > 0 && ' · '}
            <span lang={code} dir="auto">
              {name}
            </span>
          </span>
        ))}
        {languages.length > 4 && ' …'}
      </a>
    </p>
  )
}
