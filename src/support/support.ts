/**
 * Somebody of whoever hosts Cairn, let in by a district for some hours, with a reason: off unless a district says so,
 * over by itself, and every look of theirs a line of the logbook. They see counts and settings, and write nothing.
 */
export const hoursToChoose = [1, 2, 4, 8, 24] as const
export const longestReason = 300

/**
 * Everything support sees of a district, by the names of the endpoints: what an administrator keeps and counts. Nobody
 * is found by name here, nothing opens that a child made, and no password, PIN, link or key is handed out. What is not
 * in this list is refused, a new endpoint too.
 */
export const supportSees: readonly string[] = [
  'CountSchool',
  'ListSchools',
  'CountCompleteness',
  'GetYearPlan',
  'ListProviders',
  'ListSecondSteps',
  'ListPrograms',
  'ListRosterImports',
  'GetRosterFeeds',
  'CountFirstPasswords',
  'CountFamilies',
  'GetWaysOut',
  'GetLinkRule',
  'GetShowcaseRule',
  'ListAnswerRules',
  'ListDigestRules',
  'ListFrameworks',
  'ListSupport',
  'ListShareSuggestions',
  'ListWaiting',
  'ListErrands',
  'CountStorage',
]
