/** A file that is not what it should be, and why: the sentence is `competencies.unreadable-<reason>`. */
export type Unreadable = {
  unreadable:
    | 'not_json'
    | 'no_package'
    | 'no_document'
    | 'not_a_table'
    | 'no_statement_column'
    | 'too_many'
    | 'too_deep'
    | 'empty'
    | 'workbook'
    | 'web_page'
}
