import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findProjectRoot } from "../../src/project-root.ts";
import type { OfferedFile } from "./attachments.ts";

const FIXTURES = join(findProjectRoot(), "test", "fixtures", "documents");

/** A file of `test/fixtures/documents`, as a person sends it. */
export async function readFixture(name: string, more: Partial<OfferedFile> = {}): Promise<OfferedFile> {
  return { name, bytes: new Uint8Array(await readFile(join(FIXTURES, name))), ...more };
}

/** A text file. */
export function writeFile(name: string, text: string, more: Partial<OfferedFile> = {}): OfferedFile {
  return { name, bytes: new TextEncoder().encode(text), ...more };
}
