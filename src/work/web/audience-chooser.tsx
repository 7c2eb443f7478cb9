import { useEffect, useId } from 'react'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Face, type FaceOf, Faces } from '../../ui/faces.tsx'
import { WhoWouldSee } from '../contract.ts'
import type { Audience } from '../piece.ts'
import styles from './audience-chooser.module.css'

/** Somebody's choice of who may see a piece; nothing chosen means only its learner. */
export type ChosenAudience = { audience: Audience; spaceId?: string }

type Offer = Answer<typeof WhoWouldSee>[number]

const nobody: readonly ChosenAudience[] = []

type AudienceChooserProps = {
  learnerId: string
  /** undefined as long as they chose nothing themselves: then what their district suggests is chosen, and shown */
  value: readonly ChosenAudience[] | undefined
  onChange: (value: ChosenAudience[]) => void
  /** Only these are offered; all of them unless said. */
  among?: readonly Audience[]
}

/** Who will see it, as faces and words, and the few who may be added. */
export function AudienceChooser({ learnerId, value: own, onChange, among }: AudienceChooserProps) {
  const { say } = useWords()
  const id = useId()
  const read = useRead(WhoWouldSee, { params: { id: learnerId } })
  const offers = (read.data ?? []).filter(({ audience }) => among?.includes(audience) ?? true)
  const value = own ?? nobody
  const chosen = offers.filter((offer) => isChosen(value, offer))
  useEffect(() => {
    if (!own && read.data?.some(({ suggested }) => suggested))
      onChange(read.data.filter(({ suggested }) => suggested).map(choiceOf))
    // a class may have ended since it was chosen last
    const standing = read.data && value.filter((one) => read.data.some((offer) => matches(one, offer)))
    if (standing && standing.length < value.length) onChange(standing)
  }, [read.data, own, value, onChange])
  const toggle = (offer: Offer) => {
    const rest = value.filter((one) => !matches(one, offer))
    onChange(isChosen(value, offer) ? rest : [...rest, choiceOf(offer)])
  }
  return (
    <fieldset className={styles['chooser']} aria-describedby={`${id}-now`}>
      <legend className={styles['legend']}>{say('work.who-will-see')}</legend>
      <div className={styles['offers']}>
        <label className={styles['offer']}>
          <input type="checkbox" checked={chosen.length === 0} onChange={() => onChange([])} />
          <span>{say('work.only-me')}</span>
        </label>
        {offers.map((offer) => (
          <label key={keyOf(offer)} className={styles['offer']}>
            <input type="checkbox" checked={isChosen(value, offer)} onChange={() => toggle(offer)} />
            <span>{sayOffer(offer, say)}</span>
            <FewFaces faces={offer.faces.filter((face) => face.id !== learnerId)} />
          </label>
        ))}
      </div>
      <div id={`${id}-now`} aria-live="polite">
        <WhoNow learnerId={learnerId} chosen={chosen} />
      </div>
    </fieldset>
  )
}

function FewFaces({ faces }: { faces: readonly FaceOf[] }) {
  return (
    <span className={styles['faces']} aria-hidden>
      {faces.slice(0, 3).map((face) => (
        <Face key={face.id} person={{ id: face.id, name: face.name }} size="small" />
      ))}
      {faces.length > 3 && <small>+{faces.length - 3}</small>}
    </span>
  )
}

function WhoNow({ learnerId, chosen }: { learnerId: string; chosen: readonly Offer[] }) {
  const { say, sayList } = useWords()
  const here = usePersonHere()
  const people = facesOf(chosen)
  const others = people.filter(({ id }) => id !== learnerId)
  if (others.length === 0) return <p className={styles['now']}>{say('work.only-you-see')}</p>
  const self = learnerId === here ? [say('ui.you')] : []
  const named =
    others.length <= 3 ? others.map(({ name }) => name) : chosen.map((offer) => sayOffer(offer, say, true))
  const who = sayList([...self, ...named])
  const faces = people.map(({ id, name, tie }) => ({ id, name, tie: say(tieWords[tie]) }))
  return <Faces people={faces} sentence={say('work.these-see', { who })} label={say('work.who-will-see')} />
}

const tieWords = {
  learner: 'work.tie-learner',
  teacher: 'work.tie-teacher',
  guardian: 'work.tie-guardian',
  classmate: 'work.tie-classmate',
} as const satisfies Record<Offer['faces'][number]['tie'], WordKey>

function sayOffer(offer: Offer, say: ReturnType<typeof useWords>['say'], inSentence = false): string {
  if (offer.space)
    return inSentence ? say('work.class-in-sentence', { name: offer.space.name }) : offer.space.name
  if (offer.audience === 'class') return say('work.for-class')
  const key = offer.audience === 'teachers' ? 'work.my-teachers' : 'work.my-family'
  return say(inSentence ? `${key}-in-sentence` : key)
}

/** Everybody in the chosen audiences once, with the tie named first. */
function facesOf(chosen: readonly Offer[]): Offer['faces'] {
  return [
    ...new Map(
      chosen
        .flatMap(({ faces }) => faces)
        .toReversed()
        .map((face) => [face.id, face]),
    ).values(),
  ].toReversed()
}

function matches(one: ChosenAudience, offer: Offer): boolean {
  return one.audience === offer.audience && (one.spaceId ?? null) === (offer.space?.id ?? null)
}

function isChosen(value: readonly ChosenAudience[], offer: Offer): boolean {
  return value.some((one) => matches(one, offer))
}

function choiceOf({ audience, space }: Offer): ChosenAudience {
  return space ? { audience, spaceId: space.id } : { audience }
}

function keyOf({ audience, space }: Offer): string {
  return `${audience} ${space?.id ?? ''}`
}
