import { route } from '../../platform/web/screen.ts'

export const routes = [route('/goals', () => import('./my-goals.tsx'), 'MyGoals')]
