import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import type { Outcome } from '../../outbox/web/keep-and-send.ts'
import type { Sent } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { AddPiece, GetPiece, GetPortfolio } from '../contract.ts'
import type { Kept } from './capture-form.tsx'

/** Keeps a new piece with its first attempt; its files travel before it. */
export function useKeepPiece() {
  const { say } = useWords()
  const keep = useKeepAll({
    as: 'work.waiting-piece',
    values: (sent) => ({ title: (sent as Sent<typeof AddPiece>).body.title || say('work.untitled') }),
    refreshes: [GetPortfolio, GetPiece],
  })
  return (sent: Sent<typeof AddPiece>, { draft, beside }: Pick<Kept, 'draft' | 'beside'>): Promise<Outcome> =>
    keep([write(AddPiece, sent), ...beside], { sent, draft })
}
