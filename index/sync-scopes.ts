import { type Scope, SHARED_SCOPE } from "./document.ts";
import type { DocumentSource } from "./document-source.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { SkippedFile, SyncProgress, SyncReport } from "./engine.ts";
import type { Detail } from "./findings.ts";
import { openFolderSource } from "./folder-source.ts";
import type { Library } from "./library/library.ts";
import { joinSources, openLibrarySource } from "./library/library-source.ts";
import { purgeLibrary } from "./library/list-library.ts";
import type { Originals } from "./originals/originals.ts";
import type { Store } from "./store/store.ts";
import { type Comparison, compareSource, type SyncSettings, syncSource } from "./sync.ts";

/** What every scope's sync works with. */
export interface ScopeSyncParts extends Required<Pick<SyncSettings, "chooseReader" | "signal">> {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly library: Library;
  readonly originals: Originals;
  readonly corpusFolder: string;
  readonly now: () => number;
}

/** Keeps every scope in step with where its documents come from. */
export interface ScopeSync {
  /** As `Engine.sync`. */
  sync(onProgress: (progress: SyncProgress) => void, beforeWrite: () => Promise<void>): Promise<SyncReport>;
  /** In what the store differs from the sources. Reads every file. */
  compare(): Promise<Comparison>;
  /** Removes originals that neither a document nor an entry of the library refers to. */
  sweepOriginals(): Promise<void>;
}

/** The shared scope follows the corpus folder and what was added to it; a server's scope what was added there. */
export function openScopeSync(parts: ScopeSyncParts): ScopeSync {
  const { store, embedder, library, originals, corpusFolder, now, chooseReader, signal } = parts;
  const sourceOf = (scope: Scope): DocumentSource => {
    const added = openLibrarySource(library, originals, scope);
    return scope === SHARED_SCOPE ? joinSources([openFolderSource(corpusFolder), added]) : added;
  };
  /** The corpus folder comes last: where it is missing, the rest is in step. */
  const listScopes = (): Scope[] => [
    ...library.scopes().filter((scope) => scope !== SHARED_SCOPE),
    SHARED_SCOPE,
  ];
  const sweepOriginals = async (): Promise<void> => {
    purgeLibrary({ library, now });
    await originals.sweep(new Set([...listHashes(store), ...library.hashes()]));
  };
  let isSwept = false;
  return {
    sweepOriginals,
    async sync(onProgress, beforeWrite) {
      const reports: SyncReport[] = [];
      let before = 0;
      for (const scope of listScopes()) {
        let total = 0;
        const common = { scope, store, embedder, signal, beforeWrite, chooseReader };
        const settings = { ...common, source: sourceOf(scope), keepOriginal: originals.keep };
        const report = await syncSource(settings, (step) => {
          total = step.total;
          // Only the last scope's end is the end.
          if (step.done < total || scope === SHARED_SCOPE)
            onProgress({ ...step, done: before + step.done, total: before + total });
        });
        reports.push(report);
        before += total;
      }
      const report = addUp(reports);
      // Last: only a scope with entries is looked at, also for what a crash has left of those that are forgotten now.
      const purged = purgeLibrary({ library, now });
      if (!isSwept || report.changed + report.removed + purged > 0) await sweepOriginals();
      isSwept = true;
      return report;
    },
    async compare() {
      const differences: Detail[] = [];
      const unreadable: SkippedFile[] = [];
      for (const scope of listScopes()) {
        const found = await compareSource({ source: sourceOf(scope), scope, store, chooseReader });
        const name = (path: unknown): string => (scope === SHARED_SCOPE ? `${path}` : `${scope}: ${path}`);
        for (const detail of found.differences)
          differences.push({
            ...detail,
            values: { ...detail.values, document: name(detail.values.document) },
          });
        for (const file of found.unreadable) unreadable.push({ ...file, document: name(file.document) });
      }
      return { differences, unreadable };
    },
  };
}

function listHashes(store: Store): string[] {
  return store.scopes().flatMap((scope) => store.listDocuments(scope).map(({ hash }) => hash));
}

function addUp(reports: readonly SyncReport[]): SyncReport {
  const sum = (key: Exclude<keyof SyncReport, "skipped" | "pictured" | "misread">): number =>
    reports.reduce((total, report) => total + report[key], 0);
  const pictured = reports.flatMap((report) => report.pictured ?? []);
  const misread = reports.flatMap((report) => report.misread ?? []);
  return {
    added: sum("added"),
    changed: sum("changed"),
    removed: sum("removed"),
    unchanged: sum("unchanged"),
    passages: sum("passages"),
    truncated: sum("truncated"),
    skipped: reports.flatMap(({ skipped }) => skipped),
    ...(pictured.length > 0 ? { pictured } : {}),
    ...(misread.length > 0 ? { misread } : {}),
  };
}
