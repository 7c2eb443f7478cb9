import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/feedback', () => import('./fast-feedback.tsx'), 'FastFeedback'),
  route('/spaces/:spaceId/feedback', () => import('./space-feedback.tsx'), 'SpaceFeedback'),
  route('/activities/:id/feedback', () => import('./activity-feedback.tsx'), 'ActivityFeedback'),
]
