import type { Answer } from '../../platform/web/client.ts'
import type { ListPieceCritiques } from '../contract.ts'
import { CritiqueCard } from './critique-card.tsx'
import { protocolIn } from './protocol-words.ts'
import styles from './critiques.module.css'

/** Words on one attempt, each by the protocol it was given by. */
export function SaidHere({ said }: { said: Answer<typeof ListPieceCritiques> }) {
  return (
    <div className={styles['onpiece']}>
      {said.map(({ critique, round, question }) => {
        const protocol = protocolIn(round)
        return (
          protocol && (
            <CritiqueCard key={critique.id} critique={critique} protocol={protocol} question={question} />
          )
        )
      })}
    </div>
  )
}
