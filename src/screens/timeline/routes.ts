import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/timeline', () => import('./my-timeline.tsx'), 'MyTimeline'),
  route('/learners/:id/timeline', () => import('./learner-timeline.tsx'), 'LearnerTimeline'),
  route('/classes/:id/find', () => import('./class-finding.tsx'), 'ClassFinding'),
]
