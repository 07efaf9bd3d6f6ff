import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { openEngine } from "../../index/index.ts";
import { findProjectRoot } from "../../src/project-root.ts";
import { type Browser, findChromium, findProgram, startBrowser } from "./browser.ts";
import { wrapPage } from "./html.ts";
import { drawLogo } from "./logo.ts";
import { inviteLink, PERMISSION_SUM, PERMISSIONS } from "./permissions.ts";
import { drawScenes, type Scene } from "./scenes.ts";
import { drawSetUp } from "./set-up.ts";

/** Draws the pictures of the README; names on the command line draw only those. See README.md beside this file. */
async function main(): Promise<void> {
  const only = new Set(process.argv.slice(2));
  const program = findChromium(process.env);
  if (program === null) {
    console.error(
      "The pictures are drawn by Chromium, which is not installed. On Debian:\n" +
        "  apt-get install chromium fonts-noto-core fonts-noto-mono fonts-noto-color-emoji pngquant\n" +
        "Elsewhere any Chrome will do: name it in CHROMIUM. The Noto fonts have every letter of Vietnamese.",
    );
    process.exitCode = 1;
    return;
  }
  for (const { name, bit } of PERMISSIONS) console.log(`${name.padEnd(26)} ${bit}`);
  console.log(`${"Permissions in all".padEnd(26)} ${PERMISSION_SUM}\n${inviteLink("APPLICATION_ID")}\n`);

  const root = findProjectRoot();
  const folder = join(root, "docs", "pictures");
  const scenes = [
    ...(await drawReplies(root)),
    { name: "set-up", language: "en" as const, html: drawSetUp() },
    { name: "accord", language: "en" as const, html: drawLogo(256, false) },
  ];
  const style = await readFile(join(folder, "discord.css"), "utf8");
  const setUpStyle = await readFile(join(folder, "set-up.css"), "utf8");
  const browser = await startBrowser(program);
  try {
    for (const scene of scenes) {
      if (only.size > 0 && !only.has(scene.name)) continue;
      await drawScene(browser, scene, scene.name === "set-up" ? setUpStyle : style, folder);
    }
  } finally {
    await browser.close();
  }
}

/** The scenes on Discord, asked of the documents in `corpus/` in a data folder of their own. */
async function drawReplies(root: string): Promise<Scene[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "accord-pictures-"));
  try {
    const engine = await openEngine({
      corpusFolder: join(root, "corpus"),
      modelsFolder: join(root, "models"),
      dataFolder,
    });
    try {
      await engine.sync();
      return await drawScenes(engine);
    } finally {
      await engine.close();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function drawScene(browser: Browser, scene: Scene, style: string, folder: string): Promise<void> {
  const page = wrapPage(`<div class="picture">${scene.html}</div>`, style, scene.language);
  const { png, overflowing } = await browser.draw(page);
  for (const element of overflowing) console.warn(`${scene.name}: wider than its place: ${element}`);
  const small = shrink(png);
  await writeFile(join(folder, `${scene.name}.png`), small);
  console.log(`${scene.name}.png`.padEnd(26), `${Math.ceil(small.length / 1024)} KB`);
}

/** The same picture in 64 colours, a third of the size, where pngquant is installed; otherwise as it is. */
function shrink(png: Buffer): Buffer {
  const program = findProgram(["pngquant"], (process.env.PATH ?? "").split(delimiter));
  return program === null
    ? png
    : execFileSync(program, ["--strip", "--speed", "1", "--nofs", "64", "-"], { input: png });
}

await main();
