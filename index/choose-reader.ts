import { isOwnText } from "./read/choose-format.ts";
import { type ReadFile, readFileHere } from "./read/read-file.ts";

/** How a file is read, told whether it comes from a stranger. */
export type ChooseReader = (isForeign: boolean) => ReadFile;

/** Everything is read in this process: for files that are trusted. */
export const readAllHere: ChooseReader = () => readFileHere;

/**
 * What strangers send is read elsewhere, whatever it is; of what else there is only Markdown and plain text are read here.
 *
 * @param readElsewhere reads a file where it can harm nothing
 */
export function createReaderChoice(readElsewhere: ReadFile): ChooseReader {
  const readOwn: ReadFile = (name, bytes, charset) =>
    (isOwnText(name, bytes) ? readFileHere : readElsewhere)(name, bytes, charset);
  return (isForeign) => (isForeign ? readElsewhere : readOwn);
}
