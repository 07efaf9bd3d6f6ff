import { execFileSync } from "node:child_process";
import { chmod, mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listCorpus, readAliases, readCorpusFile, requireWholeCorpus } from "../../index/corpus-folder.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const canBeNobody = !isRoot || process.platform === "linux";

/** Does work without root's right to read everything. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

async function makeCorpus(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await makeTemporaryFolder();
  await chmod(folder, 0o755);
  await writeFiles(folder, files);
  return folder;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  return (await listCorpus(folder)).files;
}

async function listClosed(folder: string): Promise<string[]> {
  return (await listCorpus(folder)).closedFolders.map(({ path, reason }) => `${path}: ${reason.message}`);
}

async function explain(folder: string, path: string): Promise<string> {
  try {
    await readCorpusFile(folder, path);
  } catch (error) {
    expect(error).toMatchObject({ name: "UnreadableFile" });
    return (error as Error).message;
  }
  throw new Error("The file could be read.");
}

describe("the files of a corpus folder", () => {
  it("are listed by path, in order, whatever they are called", async () => {
    const paths = [
      "NOTES",
      "Thư mời.docx",
      "a.md/inside.md",
      "a/z.TXT",
      "agreement",
      "contract.docx_",
      "page.download",
    ];
    const folder = await makeCorpus(Object.fromEntries([...paths].reverse().map((path) => [path, ""])));
    expect(await listFiles(folder)).toEqual(paths);
  });

  it("are not those that people do not see, or that programs keep for themselves", async () => {
    const names = [
      ...["README", "readme.md", "sub/README.txt", "aliases.yaml", ".DS_Store", ".git/config", "Thumbs.db"],
      ...[
        "desktop.ini",
        "~$contract.docx",
        ".~lock.contract.odt#",
        "contract.docx~",
        "a.tmp",
        "b.pdf.crdownload",
      ],
    ];
    const folder = await makeCorpus(Object.fromEntries(names.map((name) => [name, "Words."])));
    expect(await listFiles(folder)).toEqual([]);
  });

  it("are not those of a data folder that lies among them", async () => {
    const originals = "index/originals/ab/0123";
    const folder = await makeCorpus({
      "a.md": "",
      "index/lock.sqlite": "",
      "index/library.sqlite": "",
      [originals]: "",
    });
    expect(await listFiles(folder)).toEqual(["a.md"]);
    const other = await makeCorpus({ "index/lock.sqlite": "", "index/a.md": "" });
    expect(await listFiles(other)).toEqual(["index/a.md", "index/lock.sqlite"]);
  });

  it("are read byte for byte, through a link too", async () => {
    const folder = await makeCorpus({ "a.md": Uint8Array.of(0xef, 0xbb, 0xbf, 0x41) });
    await symlink("a.md", join(folder, "b.md"));
    expect([...(await readCorpusFile(folder, "b.md")).bytes]).toEqual([0xef, 0xbb, 0xbf, 0x41]);
  });

  it("that are links to anything but a file are listed and not followed", async () => {
    const folder = await makeCorpus({ "real/a.md": "A sentence." });
    await symlink("real", join(folder, "folder"));
    await symlink("real", join(folder, "folder.md"));
    await symlink("/dev/zero", join(folder, "device.md"));
    await symlink("loop.md", join(folder, "loop.md"));
    await symlink("none", join(folder, "stray.md"));
    expect(await listFiles(folder)).toEqual([
      "device.md",
      "folder",
      "folder.md",
      "loop.md",
      "real/a.md",
      "stray.md",
    ]);
    expect(await explain(folder, "device.md")).toBe("it is neither a file nor a folder");
    expect(await explain(folder, "folder")).toMatch(/^it is a link to a folder/);
    expect(await explain(folder, "folder.md")).toMatch(/^it is a link to a folder/);
    expect(await explain(folder, "loop.md")).toBe("it is a link that leads back to itself");
    expect(await explain(folder, "stray.md")).toBe("it is a link to a file that is not there");
  });

  it.skipIf(process.platform === "win32")("that are links to a pipe keep nobody waiting", async () => {
    const folder = await makeCorpus();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    await symlink("pipe", join(folder, "pipe.md"));
    expect(await explain(folder, "pipe.md")).toBe("it is neither a file nor a folder");
  });

  it("that are huge are left alone unread", async () => {
    const folder = await makeCorpus();
    const file = await open(join(folder, "huge.md"), "w");
    // Sparse: it takes no room, but a terabyte would not fit into memory.
    await file.truncate(2 ** 40);
    await file.close();
    expect(await explain(folder, "huge.md")).toBe("it has 1099511627776 bytes; at most 20971520 are read");
  });

  it("that went away meanwhile are said to have", async () => {
    const folder = await makeCorpus({ "a.md": "" });
    expect(await explain(folder, "b.md")).toBe("it went away while it was being read");
    expect(await explain(folder, "a.md/b.md")).toBe("it went away while it was being read");
  });

  it("with a name that no file can have are an error, not a file that is gone", async () => {
    const folder = await makeCorpus();
    await expect(readCorpusFile(folder, `${"x".repeat(300)}.md`)).rejects.toMatchObject({
      code: "corpus-unreadable",
      values: { reason: expect.stringContaining("ENAMETOOLONG") },
    });
  });

  it.skipIf(!canBeNobody)("that may not be read are said to be", async () => {
    const folder = await makeCorpus({ "secret.md": "A sentence." });
    await chmod(join(folder, "secret.md"), 0);
    await asOrdinaryUser(async () => {
      expect(await listFiles(folder)).toEqual(["secret.md"]);
      expect(await explain(folder, "secret.md")).toBe("it may not be read: check its permissions");
    });
  });

  it.skipIf(!canBeNobody)("are listed though a folder among them may not be read; it is named", async () => {
    const folder = await makeCorpus({ "a.md": "", "closed/b.md": "", ".closed/c.md": "", "open/d.md": "" });
    for (const name of ["closed", ".closed"]) await chmod(join(folder, name), 0);
    try {
      await asOrdinaryUser(async () => {
        expect(await listFiles(folder)).toEqual(["a.md", "open/d.md"]);
        expect(await listClosed(folder)).toEqual([
          "closed: it is a folder that may not be read: check its permissions; what was indexed of it before is kept",
        ]);
        await expect(requireWholeCorpus(folder)).rejects.toMatchObject({
          code: "corpus-unreadable",
          values: { folder: join(folder, "closed"), reason: expect.stringContaining("EACCES") },
        });
      });
      await expect(requireWholeCorpus(folder)).resolves.toBeUndefined();
    } finally {
      for (const name of ["closed", ".closed"]) await chmod(join(folder, name), 0o755);
    }
  });

  it.skipIf(!canBeNobody)("are an error while the folder itself may not be read", async () => {
    const folder = await makeCorpus({ "a.md": "" });
    await chmod(folder, 0);
    try {
      await asOrdinaryUser(async () => {
        await expect(listCorpus(folder)).rejects.toMatchObject({
          code: "corpus-unreadable",
          values: { folder, reason: expect.stringContaining("EACCES") },
        });
      });
    } finally {
      await chmod(folder, 0o755);
    }
  });

  it.runIf(process.platform === "linux")("whose names are not UTF-8 are said to need another", async () => {
    const folder = await makeCorpus({ "a.md": "" });
    const misnamed = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, "latin1")]);
    await writeFile(misnamed("Thông báo.md"), "A sentence.");
    await mkdir(misnamed("dossier franç"));
    const files = await listFiles(folder);
    expect(files).toEqual(["Th\uFFFDng b\uFFFDo.md", "a.md"]);
    expect(await explain(folder, files[0] ?? "")).toBe(
      "its name is not valid UTF-8, so it cannot be opened: rename it",
    );
    expect(await listClosed(folder)).toEqual([
      "dossier fran\uFFFD: its name is not valid UTF-8, so it cannot be opened: rename it",
    ]);
    await expect(requireWholeCorpus(folder)).resolves.toBeUndefined();
  });
});

describe("the aliases of a corpus folder", () => {
  it("are none where there is no file or no folder", async () => {
    const folder = await makeCorpus();
    expect(await readAliases(folder)).toEqual([]);
    expect(await readAliases(join(folder, "none"))).toEqual([]);
  });

  it("are read whatever encoding an editor gave the file", async () => {
    const folder = await makeCorpus();
    const line = "- USSH = Đại học\n";
    const encodings = [
      Buffer.from(line),
      Buffer.from(`\uFEFF${line}`),
      Buffer.from(`\uFEFF${line}`, "utf16le"),
    ];
    for (const bytes of encodings) {
      await writeFile(join(folder, "aliases.yaml"), bytes);
      expect(await readAliases(folder)).toEqual([[["ussh"], ["dai", "hoc"]]]);
    }
  });

  it("with a mistake are an error that names file and line", async () => {
    const folder = await makeCorpus({ "aliases.yaml": "# names\n- USSH = University\n- HUST\n" });
    await expect(readAliases(folder)).rejects.toMatchObject({
      code: "aliases-invalid",
      values: { file: join(folder, "aliases.yaml"), line: 3 },
    });
  });

  it("that are no text, or no file, are an error too", async () => {
    const folder = await makeCorpus({ "aliases.yaml": Uint8Array.of(0x2d, 0xff) });
    await expect(readAliases(folder)).rejects.toMatchObject({
      code: "aliases-unreadable",
      values: { file: join(folder, "aliases.yaml"), reason: expect.stringContaining("UTF-8") },
    });
    const other = await makeCorpus();
    await mkdir(join(other, "aliases.yaml"));
    await expect(readAliases(other)).rejects.toMatchObject({
      code: "aliases-unreadable",
      values: { reason: expect.stringContaining("EISDIR") },
    });
  });

  it.skipIf(!canBeNobody)(
    "that may not be read are an error, or the folder is, where it is shut",
    async () => {
      const folder = await makeCorpus({ "aliases.yaml": "- USSH = University\n" });
      const refuse = async (code: string): Promise<void> =>
        asOrdinaryUser(() => expect(readAliases(folder)).rejects.toMatchObject({ code }));
      await chmod(join(folder, "aliases.yaml"), 0);
      await refuse("aliases-unreadable");
      await chmod(folder, 0);
      await refuse("corpus-unreadable");
      await chmod(folder, 0o755);
    },
  );
});
