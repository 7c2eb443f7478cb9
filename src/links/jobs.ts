import type { Subject } from '../platform/context.ts'
import type { Job } from '../platform/jobs.ts'
import { fetchOutsidePage } from '../platform/outside.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { decodePage, type LinkPreview, noPreview, readPreview } from './link.ts'
import { asksPages, forgetUnheldPreviews, keepPreview, unaskedLinks } from './store.ts'

/** One attempt may link to many pages that never answer: the pages of others wait no longer than this. */
const longestTurn = 30_000

/** `stand` are machines that stand in for the Internet in tests; no setting can name one. */
export const linkJobs = (ground: Ground, stand: readonly string[] = [], turn = longestTurn): Job[] => [
  { on: 'link.kept', run: (subject) => askPages(ground, subject, { stand, turn }) },
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'forget what no work links to', districtId }, ({ db }) =>
        forgetUnheldPreviews(db),
      ),
  },
]

/** Each page is asked once for the whole district, whatever came of it: nobody learns how often a child looks. */
async function askPages(
  ground: Ground,
  { id, districtId }: Subject,
  { stand, turn }: { stand: readonly string[]; turn: number },
): Promise<void> {
  const end = performance.now() + turn
  const why = { reason: 'ask linked pages what they are called', districtId }
  const unasked = await asTheSystem(ground, why, async ({ db }) =>
    (await asksPages({ db })) ? unaskedLinks(db, id) : [],
  )
  for (const [place, url] of unasked.entries()) {
    // the rest has its turn behind everybody who waits by now
    if (place > 0 && performance.now() > end)
      return asTheSystem(ground, why, ({ tell }) => tell('link.kept', { districtId, id }))
    const preview = await previewOf(url, stand)
    await asTheSystem(ground, why, (context) => keepPreview(context, districtId, url, preview))
  }
}

async function previewOf(url: string, stand: readonly string[]): Promise<LinkPreview> {
  try {
    const { bytes, type } = await fetchOutsidePage(url, { bytes: 512_000, patience: 10_000, stand })
    return /^(text\/html|application\/xhtml\+xml)\b/i.test(type)
      ? readPreview(decodePage(bytes, type))
      : noPreview
  } catch (error) {
    if (error instanceof Refusal) return noPreview
    throw error
  }
}
