import type { Answer, Sent } from '../../platform/web/client.ts'
import type { DraftPart, KeptPart } from '../../work/web/capture-draft.ts'
import type { GetActivity, ReviseActivity } from '../contract.ts'

type Activity = Answer<typeof GetActivity>
export type NewContent = Sent<typeof ReviseActivity>['body']

/** What a teacher has written and not sent, as it is kept on the device; files are kept beside it. */
export type ActivityDraft = {
  id: string
  title: string
  instructions: string
  exemplar: string
  /** one question a line */
  prompts: string
  opensOn: string
  dueOn: string
  learnerIds: string[] | null
  groupName: string
}

export function newDraft(id: string): ActivityDraft {
  const empty = { title: '', instructions: '', exemplar: '', prompts: '', opensOn: '', dueOn: '' }
  return { id, ...empty, learnerIds: null, groupName: '' }
}

export function draftOf(activity: Activity): ActivityDraft {
  const { id, title, instructions, exemplar, prompts, opensOn, dueOn, forEveryone, learnerIds, groupName } =
    activity
  return {
    id,
    title,
    instructions,
    exemplar,
    prompts: prompts.join('\n'),
    opensOn: opensOn ?? '',
    dueOn: dueOn ?? '',
    learnerIds: forEveryone ? null : learnerIds,
    groupName,
  }
}

export function partsOf(attached: Activity['attached']): KeptPart[] {
  return attached.map((one) => ({ kind: 'media', ...one }))
}

export function contentOf(
  draft: ActivityDraft,
  attached: readonly DraftPart[],
  exemplarAttached: readonly DraftPart[],
): NewContent {
  const { title, instructions, exemplar, opensOn, dueOn, learnerIds, groupName } = draft
  return {
    title: title.trim(),
    instructions: instructions.trim(),
    attached: mediaIn(attached),
    exemplar: exemplar.trim(),
    exemplarAttached: mediaIn(exemplarAttached),
    prompts: [...new Set(draft.prompts.split('\n').map((line) => line.trim()))].filter(Boolean),
    opensOn: opensOn || null,
    dueOn: dueOn || null,
    learnerIds,
    groupName: groupName.trim(),
  }
}

function mediaIn(parts: readonly DraftPart[]) {
  return parts.flatMap((part) =>
    part.kind === 'media' ? [{ mediaId: part.mediaId, caption: part.caption, alt: part.alt }] : [],
  )
}
