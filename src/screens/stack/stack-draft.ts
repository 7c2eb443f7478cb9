import type { Answer } from '../../platform/web/client.ts'
import type { ListLearners } from '../../schools/contract.ts'
import type { Audience } from '../../work/piece.ts'

export type ClassLearner = Answer<typeof ListLearners>['learners'][number]

/** One picture or film of a stack, and whose it is: each learner it is for gets a piece with these ids. */
export type StackPicture = {
  /** also the id of its post, so that filing it again is the same post */
  id: string
  mediaId: string
  name: string
  type: string
  caption: string
  learners: readonly { learnerId: string; id: string; iterationId: string }[]
}

/** What came out of one moment in a class, while it is being filed. */
export type Stack = {
  pictures: readonly StackPicture[]
  /** the picture one is looking at */
  open: string | undefined
  at: 'faces' | 'review'
  /** after one face it goes on by itself: the usual case when everybody made one */
  oneEach: boolean
  title: string
  audiences: readonly Audience[]
  /** from here on pictures go into the outbox one by one: what is missing then has gone ahead */
  filing?: boolean
}

/** So many that a whole class fits several times over, and a draft stays light. */
export const mostPictures = 120

export const emptyStack: Stack = {
  pictures: [],
  open: undefined,
  at: 'faces',
  oneEach: true,
  title: '',
  audiences: ['family'],
}

type NewId = () => string

export function openPicture(stack: Stack): StackPicture | undefined {
  return stack.pictures.find(({ id }) => id === stack.open) ?? stack.pictures[0]
}

/** New pictures go to the end; when nothing else is waiting for a face, the first of them is looked at. */
export function addPictures(stack: Stack, added: readonly StackPicture[]): Stack {
  const pictures = [...stack.pictures, ...added]
  const now = openPicture(stack)
  const open = now && now.learners.length === 0 ? now.id : (added[0]?.id ?? now?.id)
  return { ...stack, pictures, open, at: 'faces' }
}

export function removePicture(stack: Stack, id: string): Stack {
  const place = stack.pictures.findIndex((one) => one.id === id)
  const pictures = stack.pictures.filter((one) => one.id !== id)
  const open = stack.open === id ? (pictures[place] ?? pictures.at(-1))?.id : stack.open
  return { ...stack, pictures, open }
}

/** One tap on a face. Someone let go and taken again keeps nothing: their earlier ids were never sent. */
export function tapLearner(stack: Stack, learnerId: string, newId: NewId): Stack {
  const picture = openPicture(stack)
  if (!picture) return stack
  const without = picture.learners.filter((one) => one.learnerId !== learnerId)
  if (without.length < picture.learners.length) return withLearners(stack, picture.id, without)
  const tapped = withLearners(stack, picture.id, [...without, begin(learnerId, newId)])
  return stack.oneEach ? goOn(tapped) : tapped
}

/** Everybody, or nobody again when it was everybody. */
export function tapAll(stack: Stack, learners: readonly ClassLearner[], newId: NewId): Stack {
  const picture = openPicture(stack)
  if (!picture) return stack
  const known = new Map(picture.learners.map((one) => [one.learnerId, one]))
  const isAll = learners.every(({ id }) => known.has(id))
  const all = learners.map(({ id }) => known.get(id) ?? begin(id, newId))
  return withLearners(stack, picture.id, isAll ? [] : all)
}

/** Whose the nearest earlier picture is that is anybody's. */
export function lastTapped(stack: Stack): readonly string[] {
  const place = stack.pictures.findIndex(({ id }) => id === openPicture(stack)?.id)
  const before = stack.pictures.slice(0, Math.max(0, place)).findLast(({ learners }) => learners.length > 0)
  return before?.learners.map(({ learnerId }) => learnerId) ?? []
}

export function sameAsLast(stack: Stack, newId: NewId): Stack {
  const picture = openPicture(stack)
  const same = lastTapped(stack)
  if (!picture || same.length === 0) return stack
  const tapped = withLearners(
    stack,
    picture.id,
    same.map((learnerId) => begin(learnerId, newId)),
  )
  return stack.oneEach ? goOn(tapped) : tapped
}

/** To the next picture; after the last one, to the review. */
export function goOn(stack: Stack): Stack {
  const place = stack.pictures.findIndex(({ id }) => id === openPicture(stack)?.id)
  const next = stack.pictures[place + 1]
  return next ? { ...stack, open: next.id } : { ...stack, at: 'review' }
}

export function goBack(stack: Stack): Stack {
  const place = stack.pictures.findIndex(({ id }) => id === openPicture(stack)?.id)
  return { ...stack, open: stack.pictures[Math.max(0, place - 1)]?.id }
}

export function describePicture(stack: Stack, id: string, caption: string): Stack {
  return { ...stack, pictures: stack.pictures.map((one) => (one.id === id ? { ...one, caption } : one)) }
}

/** One step back: whose they were, and what was taken out; pictures that came meanwhile stay. */
export function undone(stack: Stack, before: Stack): Stack {
  const now = new Map(stack.pictures.map((one) => [one.id, one]))
  const earlier = new Set(before.pictures.map(({ id }) => id))
  const pictures = [
    ...before.pictures.map((one) => ({ ...(now.get(one.id) ?? one), learners: one.learners })),
    ...stack.pictures.filter(({ id }) => !earlier.has(id)),
  ]
  return { ...stack, pictures, open: before.open, at: before.at }
}

/** How many pictures of the stack each learner has. */
export function countsOf(stack: Stack): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { learnerId } of stack.pictures.flatMap(({ learners }) => learners)) {
    counts.set(learnerId, (counts.get(learnerId) ?? 0) + 1)
  }
  return counts
}

/** Those still in the class: a draft may be older than an enrollment. */
export function onlyThose(stack: Stack, learners: readonly { id: string }[]): Stack {
  const here = new Set(learners.map(({ id }) => id))
  const isHere = ({ learnerId }: { learnerId: string }) => here.has(learnerId)
  if (stack.pictures.every((picture) => picture.learners.every(isHere))) return stack
  const pictures = stack.pictures.map((one) => ({ ...one, learners: one.learners.filter(isHere) }))
  return { ...stack, pictures }
}

/**
 * What a closed page leaves. Files that are not on the device any more are named; but when the stack was being
 * filed, they are gone because they have arrived, and what waits in the outbox is filed already.
 */
export function reopenStack(
  stack: Stack,
  found: ReadonlySet<string>,
  waiting: ReadonlySet<string>,
): { stack: Stack; lost: string[] } {
  const isHere = (one: StackPicture) => found.has(one.mediaId) && !(stack.filing && waiting.has(one.id))
  const gone = stack.pictures.filter((one) => !isHere(one))
  const pictures = stack.pictures.filter(isHere)
  const open = pictures.some(({ id }) => id === stack.open) ? stack.open : pictures[0]?.id
  const { filing, ...rest } = stack
  return { stack: { ...rest, pictures, open }, lost: filing ? [] : gone.map(({ name }) => name) }
}

function withLearners(stack: Stack, id: string, learners: StackPicture['learners']): Stack {
  return { ...stack, pictures: stack.pictures.map((one) => (one.id === id ? { ...one, learners } : one)) }
}

const begin = (learnerId: string, newId: NewId) => ({ learnerId, id: newId(), iterationId: newId() })
