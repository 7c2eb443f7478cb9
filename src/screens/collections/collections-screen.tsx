import { useHat } from '../../people/web/me.tsx'
import { OwnCollections } from './own-collections.tsx'
import { ShownToMe } from './shown-to-me.tsx'

/** A learner's own collections; for the others, what learners ask of them and show them. */
export function CollectionsScreen() {
  const [hat] = useHat()
  return hat === 'learner' ? <OwnCollections /> : <ShownToMe />
}
