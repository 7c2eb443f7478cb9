import { route } from '../../platform/web/screen.ts'

export const routes = [route('/ask-me', () => import('./my-askings.tsx'), 'MyAskings')]
