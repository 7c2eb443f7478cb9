import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { ListSpaceCandidates } from '../../spaces/contract.ts'

type Learners = Answer<typeof ListSpaceCandidates>['learners']

/** Of learners from several classes the class is said too: there are two of one name in every school. */
export function LearnerOptions({ learners }: { learners: Learners }) {
  const { sayList } = useWords()
  const several = new Set(learners.flatMap(({ classes }) => classes)).size > 1
  return learners.map(({ id, name, classes }) => (
    <option key={id} value={id}>
      {several ? `${name} · ${sayList(classes)}` : name}
    </option>
  ))
}
