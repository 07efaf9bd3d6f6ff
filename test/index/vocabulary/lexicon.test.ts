import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { spellSyllable } from "../../../index/text/vietnamese-syllable.ts";
import {
  combineLexicons,
  EMPTY_LEXICON,
  parseLexicon,
  readLexicon,
} from "../../../index/vocabulary/lexicon.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { writeFiles } from "../../write-files.ts";

describe("a word list", () => {
  const list = parseLexicon(
    "\nhợp tác = cooperation collaboration\n\nbiên bản ghi nhớ = Memorandum understanding\nđào tạo = training train\n",
  );

  it("gives English stems for a folded word, each once, the likeliest first", () => {
    expect(list.translate("hop tac")).toEqual(["cooper", "collabor"]);
    expect(list.translate("bien ban ghi nho")).toEqual(["memorandum", "understand"]);
    expect(list.translate("dao tao")).toEqual(["train"]);
  });

  it("gives nothing for a word that is not listed", () => {
    for (const word of ["hop", "hợp tác", "", "constructor", "__proto__"])
      expect(list.translate(word)).toEqual([]);
  });

  it("tells words apart by their diacritics where these are known, however the tone is placed", () => {
    const apart = parseLexicon("sách = book\nsạch = clean\nhòa bình = peace");
    expect(apart.translate("sach", spellSyllable("sách"))).toEqual(["book"]);
    expect(apart.translate("sach", spellSyllable("SẠCH"))).toEqual(["clean"]);
    expect(apart.translate("sach", "sach")).toEqual([]);
    expect(apart.translate("sach")).toEqual(["book", "clean"]);
    expect(apart.translate("sach", spellSyllable("sậch"))).toEqual([]);
    expect(apart.translate("hoa binh", `${spellSyllable("hoà")} ${spellSyllable("bình")}`)).toEqual(["peac"]);
  });

  it("says nothing of a word with diacritics where it has none itself", () => {
    const bare = parseLexicon("sach = book");
    expect([bare.translate("sach", spellSyllable("sạch")), bare.translate("sach")]).toEqual([[], ["book"]]);
  });

  it("does not guess among more than three words of one syllable that are folded alike", () => {
    const three = "ma = ghost\nmá = cheek\nmà = but";
    expect(parseLexicon(three).translate("ma")).toEqual(["ghost", "cheek", "but"]);
    const four = parseLexicon(`${three}\nmã = horse`);
    expect([four.translate("ma"), four.translate("ma", spellSyllable("mã"))]).toEqual([[], ["hors"]]);
  });

  it("knows how many syllables its longest word has", () => {
    expect(list.longest).toBe(4);
    expect(parseLexicon("").longest).toBe(0);
    expect(EMPTY_LEXICON).toMatchObject({ longest: 0 });
    expect(EMPTY_LEXICON.translate("hop tac")).toEqual([]);
  });

  it("passes over lines without a word on both sides, and joins lines of one word", () => {
    const joined = parseLexicon("hợp tác\n= cooperation\ntrường =\nký = sign\nký = signing contract");
    expect([joined.translate("truong"), joined.translate("ky"), joined.longest]).toEqual([
      [],
      ["sign", "contract"],
      1,
    ]);
  });

  it("passes over comments, and takes a line for what it is whatever ends it", () => {
    const commented = parseLexicon("# hợp tác = cooperation\r\nký = sign\r\n#\n");
    expect([commented.translate("hop tac"), commented.translate("ky"), commented.longest]).toEqual([
      [],
      ["sign"],
      1,
    ]);
  });

  it("asks a second one only for what it does not list", () => {
    const both = combineLexicons(
      parseLexicon("ký = sign"),
      parseLexicon("ký = initial\nbản ghi nhớ = memorandum"),
    );
    expect(both.translate("ky")).toEqual(["sign"]);
    expect(both.translate("ban ghi nho")).toEqual(["memorandum"]);
    expect(both.translate("hop tac")).toEqual([]);
    expect(both.longest).toBe(3);
  });
});

describe("a word list the other way round", () => {
  const list = parseLexicon(
    "hợp tác = cooperation\nsự cộng tác = collaboration cooperating\nký = sign\nký kết = sign conclude\n",
  );

  it("gives the folded syllables of every word that an English stem translates, in the order of the list", () => {
    expect(list.translateBack("cooper")).toEqual([
      ["hop", "tac"],
      ["su", "cong", "tac"],
    ]);
    expect(list.translateBack("conclud")).toEqual([["ky", "ket"]]);
  });

  it("leaves out words of one syllable, which are too often a part of another", () => {
    expect(list.translateBack("sign")).toEqual([["ky", "ket"]]);
  });

  it("gives nothing for a stem that translates none", () => {
    for (const stem of ["hospit", "cooperation", "hop tac", "", "constructor", "__proto__"])
      expect(list.translateBack(stem)).toEqual([]);
    expect(EMPTY_LEXICON.translateBack("cooper")).toEqual([]);
  });

  it("asks a second one only for what it does not list", () => {
    const both = combineLexicons(list, parseLexicon("kết luận = conclude\nbệnh viện = hospital"));
    expect(both.translateBack("conclud")).toEqual([["ky", "ket"]]);
    expect(both.translateBack("hospit")).toEqual([["benh", "vien"]]);
    expect(both.translateBack("rain")).toEqual([]);
  });
});

describe("the word list beside a model", () => {
  it("is read from its folder", async () => {
    const folder = await makeTemporaryFolder();
    await writeFiles(folder, {
      "lexicon-vi-en.json": '{"hop tac":["cooperation","cooperate"],"va":["and"]}',
    });
    const list = await readLexicon(folder);
    expect(list.translate("hop tac")).toEqual(["cooper"]);
    expect(list.longest).toBe(2);
  });

  it("is empty where there is none", async () => {
    expect(await readLexicon(await makeTemporaryFolder())).toBe(EMPTY_LEXICON);
    expect(await readLexicon(join(await makeTemporaryFolder(), "missing"))).toBe(EMPTY_LEXICON);
  });

  it.each(["", "not JSON", "[]", '{"a":"b"}', '{"a":[1]}'])(
    "is not taken for empty when it reads %j",
    async (text) => {
      const folder = await makeTemporaryFolder();
      await writeFiles(folder, { "lexicon-vi-en.json": text });
      await expect(readLexicon(folder)).rejects.toThrow();
    },
  );

  it("is not taken for empty when it cannot be read", async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "lexicon-vi-en.json"));
    await expect(readLexicon(folder)).rejects.toThrow();
  });

  it("may hold more words than a function takes arguments, though one word translates them all", async () => {
    const folder = await makeTemporaryFolder();
    const count = 150_000;
    const words = Object.fromEntries(
      Array.from({ length: count }, (_, number) => [`tu ${number}`, ["word"]]),
    );
    await writeFiles(folder, { "lexicon-vi-en.json": JSON.stringify(words) });
    const list = await readLexicon(folder);
    expect([list.longest, list.translateBack("word").length]).toEqual([2, count]);
  });
});
