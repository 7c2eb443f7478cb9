/**
 * What a collection was at one moment. It shows what its learner chose then and is never altered; addresses of
 * files are no part of it, because they are made for whoever looks.
 */
type Media = { id: string; renditions: { address: string }[]; transcript: unknown }
type Part = { kind: string; media?: Media }
type Choice = {
  rests: string | null
  whyMedia: Media | null
  iterations: { parts: Part[] }[]
  beside: { media: Media[] }[]
}
type Content = { aboutMedia: Media | null; sections: { choices: Choice[] }[] }

/** Without the places of what rests, which only its learner knows of, and without anybody's addresses. */
export function settledContent<C extends Content>(content: C): { content: C; mediaIds: string[] } {
  const copy = structuredClone(content)
  const mediaIds: string[] = []
  for (const section of copy.sections) section.choices = section.choices.filter(({ rests }) => rests === null)
  for (const media of mediaIn(copy)) {
    mediaIds.push(media.id)
    for (const rendition of media.renditions) rendition.address = ''
    if (isSpoken(media.transcript))
      Object.assign(media.transcript, { words: '', captions: keptCaptions(media.transcript) })
  }
  return { content: copy, mediaIds: [...new Set(mediaIds)] }
}

type Transcript = { words: string; captions: string | null }

const isSpoken = (transcript: unknown): transcript is Transcript => transcript !== null

/** That there are captions is kept; where they are is not. */
const keptCaptions = ({ captions }: Transcript) => (captions === null ? null : '')

export function mediaIn(content: Content): Media[] {
  const choices = content.sections.flatMap((section) => section.choices)
  const parts = choices.flatMap(({ iterations }) => iterations.flatMap((one) => one.parts))
  return [
    content.aboutMedia,
    ...choices.map(({ whyMedia }) => whyMedia),
    ...parts.map(({ media }) => media ?? null),
    ...choices.flatMap(({ beside }) => beside.flatMap(({ media }) => media)),
  ].filter((media) => media !== null)
}

export const isEmpty = ({ sections }: Content): boolean =>
  sections.every(({ choices }) => choices.length === 0)
