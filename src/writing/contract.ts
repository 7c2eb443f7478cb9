import { z } from 'zod'
import { words } from '../platform/contract.ts'
import {
  deepestList,
  listKinds,
  longestWriting,
  mostBlocks,
  mostSpans,
  plainKinds,
  plainTextOf,
} from './rich-text.ts'
import { isSafeLink } from './safe-link.ts'

export const Link = words(4000).refine(isSafeLink, 'a link that a browser may follow')

const Spans = z
  .array(
    z.strictObject({
      text: words(longestWriting).min(1),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      link: Link.optional(),
    }),
  )
  .max(mostSpans)

/** The closed grammar of a rich text. What it does not name is refused, not cleaned. */
export const RichText = z
  .strictObject({
    blocks: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.enum(plainKinds), spans: Spans }),
          z.strictObject({
            kind: z.enum(listKinds),
            depth: z.int().min(0).max(deepestList),
            spans: Spans,
          }),
        ]),
      )
      .min(1)
      .max(mostBlocks),
  })
  .refine((rich) => plainTextOf(rich).length <= longestWriting, 'too long')
