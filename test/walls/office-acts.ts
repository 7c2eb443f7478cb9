import type { Act } from '../../src/logbook/line.ts'

/**
 * What the logbook says of every endpoint that a duty opens and that changes something. One that is not here, and
 * not below, fails the wall: an office must be able to show afterwards who did what.
 */
export const OFFICE_ACTS: Readonly<Record<string, readonly Act[]>> = {
  ApplyRosterImport: ['roster.applied'],
  UndoRosterImport: ['roster.undone'],
  KeepProvider: ['provider.kept'],
  CloseProvider: ['provider.closed'],
  LinkIdentity: ['identity.linked'],
  AdoptPack: ['framework.adopted'],
  ApplyFrameworkImport: ['framework.brought'],
  BeginFramework: ['framework.begun'],
  CloseFramework: ['framework.closed', 'framework.reopened'],
  WriteCompetency: ['competency.written'],
  RetireCompetency: ['competency.retired', 'competency.restored'],
  ReorderCompetencies: ['competencies.ordered'],
  LoadProfiles: ['profiles.loaded'],
  AdoptPlan: ['plan.adopted'],
  SetWindow: ['window.set'],
  RemindSchool: ['learners.reminded'],
  MakeWelcomes: ['welcomes.made'],
  WithdrawWelcome: ['welcome.withdrawn'],
  SetAnswerRule: ['answers.ruled'],
  SetLinkRule: ['links.ruled'],
  SetShowcaseRule: ['showcases.ruled'],
  AddOwnPrompt: ['prompt.added'],
  CloseOwnPrompt: ['prompt.closed'],
  RemindClass: ['learners.reminded'],
  NoteContact: ['contact.noted'],
  PublishItem: ['item.published'],
  WithdrawItem: ['item.withdrawn'],
  WriteTemplate: ['template.written'],
  ReviseTemplate: ['template.revised'],
  CloseTemplate: ['template.closed'],
  WriteExhibition: ['exhibition.opened'],
  ReviseExhibition: ['exhibition.revised'],
  EndExhibition: ['exhibition.ended'],
}

/** Of the same modules, what is no act of an office, and why. */
export const NO_OFFICE_ACTS: Readonly<Record<string, string>> = {
  TryProvider: 'asks a provider who it is and changes nothing',
  CopyActivity: 'a copy for one’s own class',
  PlaceStand: 'moves a learner’s stand in the hall, as any teacher of the event does during the day',
  PutReminderAway: 'a learner’s own',
  ...each('a learner’s own words and work', [
    'AddReflection',
    'ReviseReflection',
    'ShareReflection',
    'DeleteReflection',
    'RestoreReflection',
    'SkipPrompt',
    'AddCollection',
    'ReviseCollection',
    'ShareCollection',
    'DeleteCollection',
    'RestoreCollection',
    'FreezeCollection',
    'DeleteYearCopy',
    'RestoreYearCopy',
    'TakeStand',
    'LeaveStand',
    'WriteCard',
    'SayAsking',
    'TakeAskingBack',
    'Respond',
    'WithdrawResponse',
    'ProposeShowcase',
    'WithdrawShowcase',
  ]),
  ...each('of those who teach or guard the learner; a duty opens none of it', [
    'WriteActivity',
    'ReviseActivity',
    'PublishActivity',
    'CloseActivity',
    'ReopenActivity',
    'DeleteActivity',
    'RestoreActivity',
    'DecideSlip',
    'ReleaseCard',
    'AnswerAsking',
    'TakeAskingAnswerBack',
    'DecideAnswer',
    'AnswerShowcase',
    'TakeAnswerBack',
  ]),
}

function each(because: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, because]))
}
