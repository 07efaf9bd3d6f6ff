import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { openFakeModelEngine } from "../open-test-engine.ts";

// Written for this test: a document whose two halves say the same, as memoranda of two countries do.
const MEMORANDUM = `# Biên bản ghi nhớ hợp tác giữa hai trường

Điều 1. Hai bên trao đổi mười sinh viên điều dưỡng mỗi năm và công nhận tín chỉ của nhau.

Điều 2. Bên tiếp nhận bố trí chỗ ở cho giảng viên trong thời gian công tác tại trường.

Article 1. Both parties exchange ten students of nursing every year and recognise each other's credits.

Article 2. The receiving party arranges housing for the lecturers while they are working at the university.
`;

describe("a document in two languages", () => {
  async function ask(question: string) {
    const corpusFolder = await makeTemporaryFolder();
    await writeFile(join(corpusFolder, "memorandum.md"), MEMORANDUM);
    const engine = await openFakeModelEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
    await engine.sync();
    const { quotes, nearest } = await engine.ask(question);
    return [...quotes, ...nearest];
  }

  it("has quotes in the language of their own words", async () => {
    const [english] = await ask("Who arranges housing for the lecturers?");
    expect(english).toMatchObject({ language: "en", document: "memorandum.md" });
    expect(english?.text).toContain("arranges housing");
    const [vietnamese] = await ask("Bên nào bố trí chỗ ở cho giảng viên?");
    expect(vietnamese).toMatchObject({ language: "vi" });
    expect(vietnamese?.text).toContain("bố trí chỗ ở");
  });
});
