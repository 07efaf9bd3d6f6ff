/**
 * The version of the rules by which files are read, divided into sentences and passages, and dated. Raise it when a
 * reader or a splitter makes something else of a file than it did: what was indexed by other rules is made anew.
 */
export const READING_RULES = "9";
