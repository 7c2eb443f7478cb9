import { GetCritiqueRound } from '../../critiques/contract.ts'
import { protocolIn, useProtocolWords } from '../../critiques/web/protocol-words.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { OwnTable } from './own-table.tsx'
import { TaughtRound } from './taught-round.tsx'

export type Round = Answer<typeof GetCritiqueRound>

/** A round: all its tables for those who run it, their own table for those who sit at one. */
export function CritiqueRound({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const { tell } = useProtocolWords()
  const { data: round, error, refetch } = useRead(GetCritiqueRound, { params: { id: params['id'] ?? '' } })
  if (!round) return <Pending error={error} onTryAgain={refetch} />
  const protocol = protocolIn(round)
  if (!protocol) return <Nowhere />
  const dates = { opens: sayDate(round.opensOn, 'short'), closes: sayDate(round.closesOn, 'short') }
  const state = say(round.running ? 'critiques.running' : 'critiques.not-running')
  return (
    <Page
      title={round.title || tell(protocol.name)}
      lead={`${round.class.name} · ${tell(protocol.name)} · ${say('critiques.from-to', dates)} · ${state}`}
      bar={<TeacherBar classId={round.may.end ? round.class.id : undefined} />}
    >
      {round.may.end ? (
        <TaughtRound round={round} protocol={protocol} />
      ) : (
        <OwnTable round={round} protocol={protocol} />
      )}
    </Page>
  )
}
