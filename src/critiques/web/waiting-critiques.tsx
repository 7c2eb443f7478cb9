import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { WaitingLine, WaitingLines } from '../../work/web/waiting-line.tsx'
import { ListCritiquesWaiting } from '../contract.ts'

type Waiting = Answer<typeof ListCritiquesWaiting>[number]

/** On a learner's first page: the table waits for their words, or for something of theirs. Else nothing. */
export function WaitingCritiques() {
  const { say } = useWords()
  const { data } = useRead(ListCritiquesWaiting, {})
  const lines = (data ?? []).flatMap(linesOf)
  if (lines.length === 0) return null
  return (
    <WaitingLines label={say('critiques.your-table')}>
      {lines.map((line) => (
        <LineOfTable key={line.key} line={line} />
      ))}
    </WaitingLines>
  )
}

type Line = {
  key: string
  href: string
  person?: { id: string; name: string }
  kind: 'bring' | 'words' | 'answer'
  round: Waiting['round']
}

function linesOf({ round, brought, turns, unanswered }: Waiting): Line[] {
  const bring: Line[] = brought
    ? []
    : [{ key: `${round.id} bring`, href: `/critique-rounds/${round.id}`, kind: 'bring', round }]
  const words = turns.map(
    ({ bringingId, maker }): Line => ({
      key: `${bringingId} words`,
      href: `/bringings/${bringingId}`,
      person: maker,
      kind: 'words',
      round,
    }),
  )
  const answers = [...new Map(unanswered.map((one) => [one.bringingId, one])).values()].map(
    ({ bringingId, givenBy }): Line => ({
      key: `${bringingId} answer`,
      href: `/bringings/${bringingId}`,
      person: givenBy,
      kind: 'answer',
      round,
    }),
  )
  return [...answers, ...words, ...bring]
}

function LineOfTable({ line: { href, person, kind, round } }: { line: Line }) {
  const { say, sayDate } = useWords()
  return (
    <WaitingLine
      from={person}
      sentence={say(`critiques.wait-${kind}`, { name: person?.name ?? '' })}
      words={say('critiques.until', {
        when: sayDate(round.closesOn),
        title: round.title || round.className,
      })}
      href={href}
    />
  )
}
