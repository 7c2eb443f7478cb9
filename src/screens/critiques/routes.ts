import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/critiques', () => import('./class-rounds.tsx'), 'ClassRounds'),
  route('/classes/:id/critiques/new', () => import('./open-round.tsx'), 'OpenRound'),
  route('/critique-rounds/:id', () => import('./critique-round.tsx'), 'CritiqueRound'),
  route('/bringings/:id', () => import('./brought-work.tsx'), 'BroughtWork'),
]
