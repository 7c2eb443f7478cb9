import { route } from '../../platform/web/screen.ts'

export const routes = [route('/reflections', () => import('./my-reflections.tsx'), 'MyReflections')]
