import { useState } from 'react'
import { GetActivity, ListInvitations, ListResponses } from '../../activities/contract.ts'
import { useKeepAll } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetClassDay, GetPiece, GetPortfolio, GetWall } from '../../work/contract.ts'
import { ListOwnPapers, ListPapers } from '../contract.ts'
import { changePage, type Filing, type StackPage } from './stack.ts'
import { type PieceOfPages, piecesIn } from './stack-pieces.ts'
import { titleOf, writesFor } from './stack-writes.ts'
import type { OpenStack } from './use-stack.ts'

/** Fine enough to read pencil on it, small enough for thirty of them. */
const kept = 2_400

const refreshes = [
  GetPortfolio,
  GetPiece,
  GetWall,
  GetClassDay,
  GetActivity,
  ListResponses,
  ListInvitations,
  ListPapers,
  ListOwnPapers,
]

export type Keeping = { step: 'idle' | 'cutting' | 'keeping'; done: number; of: number; problem?: string }

/**
 * Keeps what is in a stack, piece by piece: its pages are cut out and safe on this device before anything
 * travels, and each travels by itself. What is refused stays in the stack with the reason.
 */
export function useKeepStack(open: OpenStack, filing: Filing) {
  const { say } = useWords()
  const [state, setState] = useState<Keeping>({ step: 'idle', done: 0, of: 0 })
  const keepAll = useKeepAll({
    as: 'papers.waiting-piece',
    values: (sent) => sent as Record<string, string>,
    refreshes,
  })

  const keepPiece = async (piece: PieceOfPages) => {
    const stack = open.latest.current
    const parts = piece.pages.map(({ id }) => {
      const { cut = '' } = stack.pages.find((page) => page.id === id) ?? {}
      return { kind: 'media' as const, mediaId: cut, caption: '', alt: '' }
    })
    const name = filing.learners.find(({ id }) => id === piece.head.learnerId)?.name ?? ''
    const title = titleOf(piece, stack, filing) || say('work.untitled')
    try {
      await keepAll(writesFor(piece, parts, stack, filing), { sent: { name, title } })
      for (const { id } of piece.pages) open.change((before) => markKept(before, id))
    } catch (error) {
      const refused = error instanceof ApiRefusal ? error.sentence : say('errors.failed')
      open.change((before) => changePage(before, piece.head.id, { refused }))
    }
  }

  const keep = async (): Promise<number> => {
    const pieces = piecesIn(open.latest.current, filing)
    const pages = pieces.flatMap((piece) => piece.pages)
    for (const [done, page] of pages.entries()) {
      setState({ step: 'cutting', done, of: pages.length })
      if (!(await cutOut(open, page))) {
        setState({ step: 'idle', done: 0, of: 0, problem: say('papers.no-room') })
        return 0
      }
    }
    await open.settle()
    setState({ step: 'keeping', done: pages.length, of: pages.length })
    await Promise.all(pieces.map(keepPiece))
    await open.settle()
    setState({ step: 'idle', done: 0, of: 0 })
    const left = open.latest.current.pages.filter((page) => !page.kept && !page.left)
    if (left.length === 0) await open.letGo()
    return pages.length - left.length
  }

  return { state, keep }
}

const markKept = (stack: OpenStack['latest']['current'], id: string) => ({
  ...stack,
  pages: stack.pages.map((page) => (page.id === id ? { ...page, kept: true } : page)),
})

/**
 * The page in a file of its own, named in the draft before anything mentions it: keeping that was cut off goes
 * on with the same file. The photo it was cut from, with whatever else is on it, never leaves this device.
 */
async function cutOut({ desk, photoOf, chosen, change }: OpenStack, page: StackPage): Promise<boolean> {
  if (page.cut) return true
  const photo = photoOf(page.photo)
  const cut = photo && (await desk.cut({ id: page.photo, photo }, page, kept))
  if (!cut) return false
  const file = chosen.add(new File([cut], 'page.jpg', { type: 'image/jpeg' }))
  if (!(await chosen.allKept([file.id]))) return false
  change((before) => ({
    ...before,
    pages: before.pages.map((one) => (one.id === page.id ? { ...one, cut: file.id } : one)),
  }))
  return true
}
