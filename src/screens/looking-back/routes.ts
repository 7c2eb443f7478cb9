import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/looking-back', () => import('./looking-back.tsx'), 'LookingBack'),
  route('/letters', () => import('./my-letters.tsx'), 'MyLetters'),
  route('/letters/:id', () => import('./one-letter.tsx'), 'OneLetter'),
]
