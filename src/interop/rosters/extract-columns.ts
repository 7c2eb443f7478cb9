import type { ExtractMapping } from '../../feeds/contract.ts'
import type { BundleFile } from './roster-bundle.ts'
import type { Columns } from './table.ts'

/**
 * The extracts of MyEducation BC, as districts name and cut them. Each column here is followed by what it is called;
 * a district says the rest as data: another file name, the columns of a file without headings, another heading.
 */
export type ExtractTable = 'students' | 'staff' | 'contacts' | 'schedule' | 'courses' | 'classes'

const known: Record<ExtractTable, { files: readonly RegExp[]; columns: Columns }> = {
  students: {
    files: [/^(?:sd)?studentdemo/],
    columns: [
      '*id=Student Number|Pupil Number|Student ID',
      '*given=Legal First Name|Legal Given Name|First Name',
      '*family=Legal Surname|Legal Last Name|Last Name|Surname',
      'usualGiven=Usual First Name|Usual Given Name|Preferred First Name',
      'usualFamily=Usual Surname|Usual Last Name|Preferred Last Name',
      '*school=School Number|School Code',
      'grade=Grade',
      'homeroom=Homeroom',
      'teacher=Teacher Name|Homeroom Teacher',
      'teacherId=Teacher ID|Homeroom Teacher ID',
      'status=Enrolment Status|Enrollment Status',
      'withdrawn=Withdraw Date|Withdrawal Date',
      'pen=PEN|Personal Education Number',
      'email=Student Email Address|Student Email|Email Address',
      'born=Date of Birth|Birth Date|Birthdate',
      'homeSchool=Home School Number',
      'nextSchool=Next School Code|Next School Number',
    ],
  },
  staff: {
    files: [/^(?:sd)?staffinfo/],
    columns: [
      '*id=Teacher ID|Staff ID|Employee Number',
      '*given=First Name|Legal First Name',
      '*family=Last Name|Surname|Legal Surname',
      'email=Email Address|Email',
      'teaching=Teaching Staff',
      'school=School Number|School Code',
    ],
  },
  contacts: {
    files: [/^(?:sd)?(?:student)?(?:emergency|parentinfo|contactinfo)/],
    columns: [
      '*student=Student Number|Pupil Number|Student ID',
      '*given=First Name|Contact First Name',
      '*family=Last Name|Contact Last Name|Surname',
      'email=Email Address|Email|Contact Email',
      'relationship=Relationship|Relationship to Student',
      'guardian=Parent Auth / Guardian|Parent Authorization / Guardian|Parent/Guardian|Guardian',
      'custody=Custody Status|Custody|Legal Custody',
      'restricted=No Contact|Contact Restriction|Restricted|Access Restricted|Court Order',
      'lives=Living With Student|Lives With',
    ],
  },
  schedule: {
    // where there is no timetable, what students chose of it carries its sections too
    files: [/^(?:sd)?studentschedule/, /^(?:sd)?studentcourseselection/],
    columns: [
      '*section=Master Timetable ID|Section ID',
      '*student=Student Number|Pupil Number|Student ID',
      'teacher=Teacher ID|Staff ID',
      'school=School Number|School Code',
      'course=Course Code|District Course Code',
      'title=Course Title|Title',
      'letter=Section Letter|Section',
      'year=School Year',
      'semester=Semester|Semester/Term',
      'term=Term',
      'day=Day',
      'period=Period',
    ],
  },
  courses: {
    files: [/^(?:sd)?courseinfo/],
    columns: [
      '*course=Course Code|District Course Code',
      '*title=Title|Course Title',
      'school=School Number|School Code',
    ],
  },
  classes: {
    files: [/^(?:sd)?classinfo/],
    columns: [
      'section=Master Timetable ID|Section ID',
      '*teacher=Teacher ID|Staff ID',
      'primary=Primary Teacher',
      'school=School Number|School Code',
      'letter=Section Letter|Section',
      'course=Course Code|District Course Code',
      'semester=Semester|Semester/Term',
      'term=Term',
      'day=Day',
      'period=Period',
    ],
  },
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[^a-z]/g, '')

/** The file of a table, by what the district calls it or by how such files are called everywhere. */
export function fileOf(bundle: readonly BundleFile[], table: ExtractTable, mapping: ExtractMapping) {
  const said = mapping[table]?.file
  if (said !== undefined) return bundle.find(({ name }) => plain(name).startsWith(plain(said)))
  return known[table].files
    .map((files) => bundle.find(({ name }) => files.test(plain(name))))
    .find((one) => one !== undefined)
}

export const isExtract = (bundle: readonly BundleFile[], mapping: ExtractMapping): boolean =>
  fileOf(bundle, 'students', mapping) !== undefined

/** What a district calls a column comes before what it is called elsewhere. */
export function columnsOf(table: ExtractTable, mapping: ExtractMapping): Columns {
  const own = mapping[table]?.columns ?? {}
  return known[table].columns.map((column) => {
    const [name = '', spelled = ''] = column.split('=')
    const said = own[name.replace('*', '')]
    return said === undefined ? column : `${name}=${said.replaceAll(/[=|]/g, ' ')}|${spelled}`
  })
}
