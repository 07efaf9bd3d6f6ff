import { expect, it } from "vitest";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { openFakeModelEngine } from "./open-test-engine.ts";

it("A shortened question finds what the same one written out finds, equally surely", async () => {
  const corpusFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, {
    "a.md": "# Học phí\n\nHọc phí ngành điều dưỡng là 20 triệu đồng.\n",
    "b.md": "# Ký túc xá\n\nSinh viên ở ký túc xá gần trường.\n",
    "c.md": "# Bệnh viện\n\nBệnh viện hợp tác với trường về điều dưỡng.\n",
  });
  const engine = await openFakeModelEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
  await engine.sync();
  const short = await engine.search("hp ngành điều dưỡng bn", {});
  expect(short.length).toBeGreaterThan(0);
  expect(short).toEqual(await engine.search("học phí ngành điều dưỡng bao nhiêu", {}));
});
