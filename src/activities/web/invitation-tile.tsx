import { CalendarDays, Camera, CircleCheck } from 'lucide-react'
import { Link } from 'wouter'
import { picturesOf, frameOf } from '../../media/web/media-view-renditions.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/picture.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { type CaptureDraft, isEmptyDraft } from '../../work/web/capture-draft.ts'
import { useDue } from './due.ts'
import type { Invitation, Stand } from './invitation.ts'
import { SpokenInstruction } from './spoken-instruction.tsx'
import styles from './invitation-tile.module.css'

/** Under which name the draft of a response is kept on the device. */
export const responseDraftKey = (activityId: string) => `respond-${activityId}`

/** One thing a learner is invited to, in the voice of their grade. */
export function InvitationTile({ invitation, stand }: { invitation: Invitation; stand: Stand }) {
  const { voice } = useVoice()
  return voice === 'early' ? (
    <EarlyTile invitation={invitation} stand={stand} />
  ) : (
    <PlainTile invitation={invitation} stand={stand} />
  )
}

type TileProps = { invitation: Invitation; stand: Stand }

function PlainTile({ invitation, stand }: TileProps) {
  const { id, title } = invitation
  return (
    <article className={styles['tile']}>
      <Cover invitation={invitation} />
      <div className={styles['words']}>
        <h3>
          <Link className={styles['way']} href={`/activities/${id}`}>
            {title}
          </Link>
        </h3>
        <About invitation={invitation} stand={stand} />
      </div>
    </article>
  )
}

/** A picture, a voice and one giant button. */
function EarlyTile({ invitation, stand }: TileProps) {
  const { say } = useWords()
  const { id, title, instructions, attached, may } = invitation
  const voice = attached.find(({ media }) => media.kind === 'audio')?.media
  return (
    <article className={classNames(styles['tile'], styles['early'])}>
      <Cover invitation={invitation} />
      <div className={styles['words']}>
        <h3>
          <Link className={styles['way']} href={`/activities/${id}`}>
            {title}
          </Link>
        </h3>
        <About invitation={invitation} stand={stand} />
        <div className={styles['acts']}>
          {voice ? (
            <SpokenInstruction media={voice} small />
          ) : (
            <ReadAloud text={`${title}. ${instructions}`} />
          )}
          {may.respond && stand !== 'done' && (
            <ButtonLink
              look="primary"
              icon={Camera}
              href={`/activities/${id}/respond`}
              className={styles['go']}
            >
              {say('activities.respond')}
              <span className="unseen">: {title}</span>
            </ButtonLink>
          )}
        </div>
      </div>
    </article>
  )
}

function Cover({ invitation }: { invitation: Invitation }) {
  const picture = invitation.attached.find(({ media }) => picturesOf(media).length > 0)?.media
  if (!picture) return null
  return (
    <div className={styles['cover']}>
      <Picture
        renditions={picturesOf(picture)}
        {...frameOf(picture)}
        alt=""
        thumbhash={picture.placeholder}
        sizes="(min-width: 44rem) 9rem, 30vw"
        cover
      />
    </div>
  )
}

/** New, begun, done; when it is due. One line. */
function About({ invitation, stand }: TileProps) {
  const { say } = useWords()
  const { dueness, words } = useDue(invitation.dueOn, invitation.may.respond)
  const begun = useBegun(invitation.id)
  const hidden = stand === 'done' && !invitation.responses.some(({ shown }) => shown)
  const state =
    stand === 'done'
      ? say(hidden ? 'activities.done-hidden' : 'activities.done')
      : begun
        ? say('activities.begun')
        : invitation.fresh && stand === 'open'
          ? say('activities.new')
          : undefined
  return (
    <p className={styles['about']}>
      {state && (
        <strong className={styles[stand === 'done' ? 'done' : 'state']}>
          {stand === 'done' && <CircleCheck aria-hidden />}
          {state}
        </strong>
      )}
      {stand === 'over' && <span>{say('activities.closed')}</span>}
      {stand === 'missed' && <span>{say('activities.before-you-came')}</span>}
      {stand === 'open' && words && (
        <span className={dueness === 'soon' ? styles['soon'] : undefined}>
          <CalendarDays aria-hidden />
          {words}
        </span>
      )}
    </p>
  )
}

/** Something is waiting on this device to be finished. */
function useBegun(activityId: string): boolean {
  const { content } = useAutosavedDraft<CaptureDraft>(responseDraftKey(activityId))
  return content !== undefined && !isEmptyDraft(content)
}
