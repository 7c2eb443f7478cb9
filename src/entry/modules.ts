import { logbookRoutes } from '../logbook/routes.ts'
import { activityJobs } from '../activities/jobs.ts'
import { activityRoutes } from '../activities/routes.ts'
import { collectionJobs } from '../collections/jobs.ts'
import { collectionRoutes } from '../collections/routes.ts'
import { digestJobs } from '../digests/jobs.ts'
import { digestRoutes } from '../digests/routes.ts'
import { drawingRoutes } from '../drawings/routes.ts'
import { communicationJobs } from '../communications/jobs.ts'
import { communicationRoutes } from '../communications/routes.ts'
import { competencyRoutes } from '../competencies/routes.ts'
import { appointmentRoutes } from '../appointments/routes.ts'
import { conferenceRoutes } from '../conferences/routes.ts'
import { familyRoutes } from '../families/routes.ts'
import { readinessRoutes } from '../readiness/routes.ts'
import { rehearsalJobs } from '../rehearsals/jobs.ts'
import { rehearsalRoutes } from '../rehearsals/routes.ts'
import { walkthroughRoutes } from '../walkthroughs/routes.ts'
import { askingRoutes } from '../askings/routes.ts'
import { critiqueRoutes } from '../critiques/routes.ts'
import { feedbackRoutes } from '../feedback/routes.ts'
import { caseRoutes } from '../interop/case/routes.ts'
import { letterJobs } from '../letters/jobs.ts'
import { letterRoutes } from '../letters/routes.ts'
import { libraryRoutes } from '../library/routes.ts'
import { mailJobs } from '../mail/jobs.ts'
import { mailRoutes } from '../mail/routes.ts'
import { mediaJobs } from '../media/jobs.ts'
import { largestFile } from '../media/media.ts'
import { mediaRoutes } from '../media/routes.ts'
import { filingRoutes } from '../filings/routes.ts'
import { linkJobs } from '../links/jobs.ts'
import { linkRoutes } from '../links/routes.ts'
import { goalJobs } from '../goals/jobs.ts'
import { goalRoutes } from '../goals/routes.ts'
import { handoverRoutes } from '../handovers/routes.ts'
import { type Storage } from '../files/storage.ts'
import { officeJobs } from '../office/jobs.ts'
import { officeRoutes } from '../office/routes.ts'
import { paperRoutes } from '../papers/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { carriers } from './carriers.ts'
import { cardRoutes } from '../cards/routes.ts'
import { homeCardRoutes } from '../home-cards/routes.ts'
import { firstPasswordRoutes } from '../first-passwords/routes.ts'
import { providerKeyRoutes } from '../provider-keys/routes.ts'
import { providerRoutes } from '../providers/routes.ts'
import { passkeyRoutes } from '../passkeys/routes.ts'
import { supportRoutes } from '../support/routes.ts'
import { watchLooks } from '../support/watch-looks.ts'
import { secondStepRoutes } from '../second-steps/routes.ts'
import { type Job } from '../platform/jobs.ts'
import type { Route } from '../platform/route.ts'
import type { Ground } from '../platform/transaction.ts'
import { reflectionJobs } from '../reflections/jobs.ts'
import { reflectionRoutes } from '../reflections/routes.ts'
import { roundJobs } from '../rounds/jobs.ts'
import { roundRoutes } from '../rounds/routes.ts'
import { programJobs } from '../programs/jobs.ts'
import { programRoutes } from '../programs/routes.ts'
import { rosterJobs } from '../rosters/jobs.ts'
import { rosterRoutes } from '../rosters/routes.ts'
import { feedRoutes } from '../feeds/routes.ts'
import { rosterServerJobs } from '../interop/roster-servers/jobs.ts'
import { rosterServerRoutes } from '../interop/roster-servers/routes.ts'
import { rosterFileRoutes } from '../interop/rosters/routes.ts'
import { registerRoutes } from '../register/routes.ts'
import { schoolRoutes } from '../schools/routes.ts'
import { signOutJobs } from '../sign-outs/jobs.ts'
import { claimJobs } from '../self-assessment/jobs.ts'
import { selfAssessmentRoutes } from '../self-assessment/routes.ts'
import { timelineRoutes } from '../timeline/routes.ts'
import { showcaseJobs } from '../showcases/jobs.ts'
import { showcaseRoutes } from '../showcases/routes.ts'
import { defenseRoutes } from '../defenses/routes.ts'
import { exhibitionRoutes } from '../exhibitions/routes.ts'
import { translationRoutes } from '../translations/routes.ts'
import type { WelcomeSetting } from '../welcomes/make-welcomes.ts'
import { welcomeRoutes } from '../welcomes/routes.ts'
import { workJobs } from '../work/jobs.ts'
import { workRoutes } from '../work/routes.ts'
import { remarkJobs } from '../remarks/jobs.ts'
import { remarkRoutes } from '../remarks/routes.ts'
import { spaceRoutes } from '../spaces/routes.ts'
import { type Workplace, writersFor } from './workplace.ts'

export const routesFor = (most: number, setting: WelcomeSetting, room: Storage['room']): Route[] =>
  watchLooks([
    ...drawingRoutes,
    ...logbookRoutes,
    ...peopleRoutes,
    ...schoolRoutes,
    ...registerRoutes,
    ...providerKeyRoutes,
    ...providerRoutes,
    ...programRoutes,
    ...passkeyRoutes(setting),
    ...secondStepRoutes,
    ...supportRoutes,
    ...mailRoutes(setting.senders),
    ...mediaRoutes(carriers, most),
    ...workRoutes,
    ...spaceRoutes,
    ...remarkRoutes,
    ...handoverRoutes,
    ...reflectionRoutes,
    ...feedbackRoutes,
    ...roundRoutes,
    ...critiqueRoutes,
    ...goalRoutes,
    ...activityRoutes,
    ...libraryRoutes,
    ...paperRoutes,
    ...cardRoutes,
    ...homeCardRoutes,
    ...firstPasswordRoutes,
    ...competencyRoutes,
    ...selfAssessmentRoutes,
    ...communicationRoutes,
    ...collectionRoutes,
    ...showcaseRoutes,
    ...exhibitionRoutes,
    ...defenseRoutes,
    ...conferenceRoutes,
    ...readinessRoutes,
    ...rehearsalRoutes,
    ...walkthroughRoutes,
    ...appointmentRoutes,
    ...filingRoutes,
    ...linkRoutes,
    ...welcomeRoutes(setting),
    ...askingRoutes,
    ...translationRoutes,
    ...familyRoutes,
    ...digestRoutes(setting.senders),
    ...caseRoutes,
    ...rosterRoutes,
    ...feedRoutes,
    ...officeRoutes(room),
    ...rosterFileRoutes,
    ...rosterServerRoutes,
    ...letterRoutes,
    ...timelineRoutes,
  ])

export const routes = routesFor(largestFile, { senders: {}, origin: '' }, async () => ({ free: 0, total: 0 }))

export const jobsFor = (
  ground: Ground,
  { storage, films, senders, origin, linkStands, linkTurn }: Workplace,
): Job[] => [
  ...mailJobs(ground, { senders, writers: writersFor(ground, origin) }),
  ...programJobs(ground),
  ...digestJobs(ground, senders),
  ...workJobs(ground),
  ...remarkJobs(ground),
  ...linkJobs(ground, linkStands, linkTurn),
  ...reflectionJobs(ground),
  ...goalJobs(ground),
  ...claimJobs(ground),
  ...roundJobs(ground),
  ...activityJobs(ground),
  ...communicationJobs(ground),
  ...letterJobs(ground),
  ...rehearsalJobs(ground),
  ...collectionJobs(ground),
  ...showcaseJobs(ground),
  ...rosterJobs(ground),
  ...rosterServerJobs(ground),
  ...officeJobs(ground),
  ...signOutJobs(ground),
  ...mediaJobs({ ground, storage, films }, carriers),
]
