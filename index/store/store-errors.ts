import { dirname } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";

/**
 * What a failed call on the store at `file` means to a person; a bug comes back as it was.
 * Codes: https://www.sqlite.org/rescode.html
 */
export function toStoreError(error: unknown, file: string): unknown {
  if (error instanceof z.ZodError) return damaged(file, { code: "stored-value" }, error);
  if (!(error instanceof Database.SqliteError)) return error;
  const folder = dirname(file);
  const [, family = "", kind = ""] = error.code.split("_");
  // A full disk is told as FULL, also by a write in vain, but not by what makes the WAL's shared memory longer. A failed
  // sync says nothing of why.
  switch (family === "IOERR" && kind === "SHMSIZE" ? "FULL" : family) {
    case "FULL":
      return new UserError("disk-full", { path: file }, { cause: error });
    case "NOTADB":
    case "CORRUPT":
      return damaged(file, error.message, error);
    case "BUSY":
    case "LOCKED":
      return new UserError("data-in-use", { owner: { code: "unknown" }, folder }, { cause: error });
    case "CANTOPEN":
    case "READONLY":
    case "PERM":
    case "AUTH":
    case "IOERR":
      return new UserError("data-unwritable", { folder, reason: error.message }, { cause: error });
    default:
      return error;
  }
}

/** The error for a store whose contents cannot be right. */
export function damaged(file: string, reason: string | Reason, cause?: unknown): UserError {
  return new UserError("data-damaged", { folder: dirname(file), reason }, { cause });
}
