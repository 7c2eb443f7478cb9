import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/spaces', () => import('./spaces.tsx'), 'Spaces'),
  route('/spaces/new', () => import('./open-space.tsx'), 'OpenSpaceScreen'),
  route('/spaces/own', () => import('./own-space.tsx'), 'OwnSpace'),
  route('/spaces/:id', () => import('./space.tsx'), 'SpaceScreen'),
  route('/spaces/:id/settings', () => import('./space-settings.tsx'), 'SpaceSettings'),
  route('/spaces/:id/earlier', () => import('./own-space.tsx'), 'EarlierSpace'),
]
