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

it("A shortened question that denies something is read as one", async () => {
  const corpusFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, { "a.md": "# Học bổng\n\nHọc bổng không bao gồm vé máy bay.\n" });
  const engine = await openFakeModelEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
  await engine.sync();
  const short = await engine.ask("học bổng ko bao gồm gì", {});
  const whole = await engine.ask("học bổng không bao gồm gì", {});
  expect(short.confidence).toBe(whole.confidence);
  expect([...short.quotes, ...short.nearest]).toHaveLength(1);
});

it("A text of letters and accents apart is read as one in whole letters, and quoted as it stands", async () => {
  const text =
    "# Biên bản làm việc\n\nHuế, ngày 23 tháng 4 năm 2024\n\nNguồn: Báo Thanh Niên\n\nHiệu trưởng là bà Lê Thị Hòa.\n";
  const ask = async (written: string) => {
    const corpusFolder = await makeTemporaryFolder();
    await writeFiles(corpusFolder, { "a.md": written });
    const engine = await openFakeModelEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
    await engine.sync();
    return engine.ask("ai là hiệu trưởng", {});
  };
  const [whole, apart] = [await ask(text), await ask(text.normalize("NFD"))];
  expect(apart.confidence).toBe(whole.confidence);
  const [wholeQuote] = [...whole.quotes, ...whole.nearest];
  const [quote] = [...apart.quotes, ...apart.nearest];
  expect(quote?.date).toBe("2024-04-23");
  expect(quote?.text).toBe(wholeQuote?.text.normalize("NFD"));
  expect(text.normalize("NFD").slice(quote?.start, quote?.end)).toBe(quote?.text);
  const emphasised = (quote?.emphasis ?? []).map(({ start, end }) => text.normalize("NFD").slice(start, end));
  expect(emphasised).toEqual(["Lê Thị Hòa".normalize("NFD")]);
});
