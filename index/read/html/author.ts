/** UTF-16 code units of a name. What is longer is a sentence about somebody. */
const LONGEST_AUTHOR = 100;
/** People that a page names as its authors; of more, only the first is named, "and others" is not ours to write. */
const MOST_AUTHORS = 3;

const LEAD = /^(?:(?:written )?by|author|tác giả|bài(?: viết)?|nguồn)\s*:?\s+/iu;
/** An address, or the name of an account that nobody is called. */
const NOBODY =
  /^(?:https?:|www\.|@|\S+@\S+$)|^(?:super\s?admin|admin(?:istrator)?|web\s?master|editor|root|user|guest|unknown|anonymous|staff|quản trị(?: viên)?|ban biên tập|bbt|biên tập viên)\s*\d*$/iu;

/**
 * The people who wrote a page, with commas between, each once; `null` where it names nobody.
 *
 * @param names as the page gives them in one place
 */
export function nameAuthors(names: readonly string[]): string | null {
  const people = new Set<string>();
  for (const name of names) {
    const written = name.replace(/\s+/g, " ").trim().replace(LEAD, "");
    if (/\p{L}/u.test(written) && written.length <= LONGEST_AUTHOR && !NOBODY.test(written))
      people.add(written);
  }
  const [first, ...others] = people;
  if (first === undefined) return null;
  return others.length < MOST_AUTHORS ? [first, ...others].join(", ") : first;
}
