import { ScanLine } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useLocation } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useKeepPiece } from '../../work/web/keep-work.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { AudienceChooser, type ChosenAudience } from '../../work/web/audience-chooser.tsx'
import { CaptureForm, type Kept } from '../../work/web/capture-form.tsx'
import { rememberAudience, rememberedAudience } from './remembered-audience.ts'
import { WayBack } from './way-back.tsx'

/** Adding work: the choices first, everything else after. */
export function NewWork() {
  const { say } = useWords()
  const me = useMe()
  const keepPiece = useKeepPiece()
  const [, goTo] = useLocation()
  const [ids] = useState(() => ({ piece: v7(), iteration: v7(), shares: new Map<string, string>() }))
  // from a space one adds to that space; what one usually chooses stays as it was
  const [asked] = useState(() => new URLSearchParams(location.search).get('space'))
  const [audience, setAudience] = useState(() =>
    asked ? [{ audience: 'class' as const, spaceId: asked }] : rememberedAudience(me.id),
  )
  const keep = async ({ title, parts, draft, beside }: Kept) => {
    const shares = (audience ?? []).map((chosen) => ({ id: shareIdOf(ids.shares, chosen), ...chosen }))
    const body = { title, iteration: { id: ids.iteration, parts, whatChanged: '' }, shares }
    await keepPiece({ params: { id: ids.piece }, body }, { draft, beside })
    if (audience && !asked) rememberAudience(me.id, audience)
    goTo(`/pieces/${ids.piece}`, { replace: true })
  }
  return (
    <Page
      title={say('work.add')}
      width="reading"
      bar={<PersonBar place={<WayBack href="/">{say('learner.my-work')}</WayBack>} />}
    >
      <CaptureForm draftKey="new-work" saveLabel={say('work.save')} onKeep={keep}>
        <AudienceChooser learnerId={me.id} value={audience} onChange={setAudience} />
      </CaptureForm>
      <p>
        <ButtonLink look="plain" icon={ScanLine} href="/stack">
          {say('work.from-paper')}
        </ButtonLink>
      </p>
    </Page>
  )
}

/** The same share keeps its id however often saving is tried. */
function shareIdOf(known: Map<string, string>, { audience, spaceId }: ChosenAudience): string {
  const key = `${audience} ${spaceId ?? ''}`
  const id = known.get(key) ?? v7()
  known.set(key, id)
  return id
}
