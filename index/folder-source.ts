import { describeFile, listCorpus, readCorpusFile } from "./corpus-folder.ts";
import type { DocumentSource, SourceEntry } from "./document-source.ts";

/** Files looked at together: enough to keep the disk busy. */
const AT_ONCE = 32;

/** The documents of a corpus folder and its subfolders. */
export function openFolderSource(folder: string): DocumentSource {
  return {
    async list() {
      const { files, closedFolders } = await listCorpus(folder);
      const entries: SourceEntry[] = closedFolders.map(({ path, reason }) => ({
        path,
        version: "",
        isClosedFolder: true,
        read: () => Promise.reject(reason),
      }));
      for (let from = 0; from < files.length; from += AT_ONCE) {
        const some = files.slice(from, from + AT_ONCE);
        entries.push(
          ...(await Promise.all(
            some.map(async (path) => ({
              path,
              version: await describeFile(folder, path),
              read: async () => ({ ...(await readCorpusFile(folder, path)), given: {}, isForeign: false }),
            })),
          )),
        );
      }
      return entries;
    },
  };
}
