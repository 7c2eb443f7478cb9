/**
 * A roster fact: someone is a student or a teacher of a class from one day until another. Closing it closes
 * the door between the people, and never touches the learner's work.
 */
export type EnrollmentRole = 'student' | 'teacher'
