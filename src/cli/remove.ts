import type { Command } from "commander";
import {
  type Engine,
  findDocument,
  type LibraryDocument,
  SHARED_SCOPE,
  UserError,
} from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { renderSources } from "./render-sources.ts";
import { neutraliseLine } from "./render-text.ts";
import { fill } from "./texts.ts";

/** `accord remove <document>`: takes what was added to everybody's documents out of them. */
export const addRemoveCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts } = terminal;
  program
    .command("remove")
    .description(texts.commands.remove)
    .argument("<document>", texts.arguments.document)
    .action((name: string, _options: unknown, self: Command) => {
      const { json } = self.optsWithGlobals<GlobalOptions>();
      return withEngine(self.optsWithGlobals<GlobalOptions>(), async (engine) => {
        const { document, title } = await findAdded(engine, name);
        await engine.removeDocument(SHARED_SCOPE, document);
        const said = fill(texts.removed, {
          title: neutraliseLine(title),
          document: neutraliseLine(document),
        });
        await terminal.write(json ? toJsonLine({ outcome: "removed", document, title }) : `${said}\n`);
        return 0;
      });
    });
};

/** `accord restore [document]`: puts back what was removed in the last day; without a name, says what that is. */
export const addRestoreCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  program
    .command("restore")
    .description(texts.commands.restore)
    .argument("[document]", texts.arguments.document)
    .action((name: string | undefined, _options: unknown, self: Command) => {
      const { json } = self.optsWithGlobals<GlobalOptions>();
      return withEngine(self.optsWithGlobals<GlobalOptions>(), async (engine) => {
        const removed = (await engine.library(SHARED_SCOPE)).filter(({ removedAt }) => removedAt !== null);
        if (name === undefined) {
          const list = removed.map(({ document, title, removedAt }) => ({ document, title, removedAt }));
          const lines = list.map(({ document, title }) => neutraliseLine(`${title}  ${document}`));
          const said = lines.length === 0 ? texts.nothingRemoved : lines.join("\n");
          await terminal.write(json ? toJsonLine({ removed: list }) : `${said}\n`);
          return 0;
        }
        const { document, title } = findRemoved(removed, name);
        await engine.restoreDocument(SHARED_SCOPE, document);
        const sources = await engine.sources({ documents: [document] });
        const said = fill(texts.restored, { title: neutraliseLine(title) });
        await terminal.write(
          json
            ? toJsonLine({ outcome: "restored", document, source: sources[0] ?? null })
            : `${said}\n\n${renderSources(sources, style, texts)}`,
        );
        return 0;
      });
    });
};

/** What was added under this name. A file of the corpus folder is called by its name: it can be removed there. */
async function findAdded(engine: Engine, name: string): Promise<LibraryDocument> {
  const library = await engine.library(SHARED_SCOPE);
  try {
    return findNamed(
      library.filter(({ removedAt }) => removedAt === null),
      name,
    );
  } catch (error) {
    if (!(error instanceof UserError && error.code === "document-unknown")) throw error;
    const [file] = await engine.sources({ document: name });
    throw file ? new UserError("document-in-folder", { name: file.document }) : error;
  }
}

/** What was removed under this name. What is there is no help to somebody who wants something back. */
function findRemoved(removed: readonly LibraryDocument[], name: string): LibraryDocument {
  try {
    return findNamed(removed, name);
  } catch (error) {
    if (!(error instanceof UserError && error.code === "document-unknown")) throw error;
    throw new UserError("removal-unknown", { name });
  }
}

function findNamed(library: readonly LibraryDocument[], name: string): LibraryDocument {
  return findDocument(
    library.map((entry) => ({ path: entry.document, title: entry.title, entry })),
    name,
  ).entry;
}
