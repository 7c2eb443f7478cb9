/**
 * One learner's words on the attempt another brought to a round, by the steps of a protocol. They belong to
 * whoever gave them; the maker, the group and the teachers of the class read them, and nobody else. There is
 * nothing in them to count, rank or like.
 */
export const longestCritique = 4000
export const longestQuestion = 500
export const longestReport = 1000
export const longestRound = 366
