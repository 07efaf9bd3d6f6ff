/** One way to say a term: its words must stand together in a sentence. */
export interface TermForm {
  readonly terms: readonly string[];
  /** How surely it says what was asked: 1 for the very words. */
  readonly weight: number;
  /** Left out for the words themselves, another name or a translation. */
  readonly kind?: "synonym" | "neighbour";
}

/** One thing that a question asks about: a word, or a name of several words, in all the forms that may say it. */
export interface QuestionTerm {
  /** The folded word or words of the question. */
  readonly word: string;
  /** The same as the question writes them. */
  readonly written: string;
  readonly forms: readonly TermForm[];
  /** Capitalised inside the question, or a number: another word cannot stand for it. */
  readonly isName: boolean;
  /** Whether it names what is asked for: "contact persons" in "who are the contact persons of the class". */
  readonly isFocus: boolean;
  /** Whether it says in what kind of document to look: "MoU" in "under the MoU with Kochi". */
  readonly isDocument: boolean;
  /**
   * Whether its absence from every document says nothing: a Vietnamese syllable, which English documents have no
   * reason to hold and which may be half of a word.
   */
  readonly isOptional: boolean;
  /** How much the word says in any text: 0 for the commonest words, 1 for a rare one or a name. */
  readonly specificity: number;
}
