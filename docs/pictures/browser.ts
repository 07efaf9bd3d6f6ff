import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** A picture of a page. */
export interface Shot {
  readonly png: Buffer;
  /** Elements whose contents are wider than they are: text that runs over an edge. */
  readonly overflowing: readonly string[];
}

/** A browser without a window. */
export interface Browser {
  /** The page's `.picture` element; what it leaves open is transparent. */
  draw(html: string): Promise<Shot>;
  close(): Promise<void>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** CSS pixels; wider than any picture. */
const VIEWPORT = { width: 1_400, height: 1_000 };
/** Pixels a CSS pixel; fewer for pictures higher than `TALL` CSS pixels, which would weigh too much. */
const [SCALE, TALL, TALL_SCALE] = [2, 1_100, 1.5];

/** Where Chromium is: `CHROMIUM`, or the first of its usual names on the path; `null` where it is not installed. */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
  if (environment.CHROMIUM) return environment.CHROMIUM;
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return findProgram(NAMES, folders);
}

/** The first of these programs in these folders. */
export function findProgram(names: readonly string[], folders: readonly string[]): string | null {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}

/**
 * Starts Chromium and speaks its DevTools protocol over two pipes (https://chromedevtools.github.io/devtools-protocol/):
 * `--screenshot` cannot crop to an element, and a driver would be a package for five calls.
 */
export async function startBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "accord-pictures-"));
  const child = spawn(
    program,
    [
      "--headless=new",
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--disable-gpu",
      "--hide-scrollbars",
      "--force-color-profile=srgb",
      "--font-render-hinting=none",
      // Chromium refuses to be root inside its sandbox; the pages are ours, load nothing and run no script.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const send = speakProtocol(child);
  const close = async (): Promise<void> => {
    await Promise.race([send("Browser.close").catch(() => {}), ended]);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { targetId } = await send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const call: Send = (method, params) => send(method, params, String(sessionId));
    await call("Page.enable");
    await call("Emulation.setDeviceMetricsOverride", { ...VIEWPORT, deviceScaleFactor: 1, mobile: false });
    await call("Emulation.setDefaultBackgroundColorOverride", { color: { r: 0, g: 0, b: 0, a: 0 } });
    return { draw: (html) => drawPage(html, call), close };
  } catch (error) {
    child.kill();
    await close();
    throw error;
  }
}

type Send = (
  method: string,
  params?: Readonly<Record<string, unknown>>,
  sessionId?: string,
) => Promise<Record<string, unknown>>;

async function drawPage(html: string, call: Send): Promise<Shot> {
  const { frameTree } = (await call("Page.getFrameTree")) as { frameTree: { frame: { id: string } } };
  await call("Page.setDocumentContent", { frameId: frameTree.frame.id, html });
  const { result } = (await call("Runtime.evaluate", {
    expression: MEASURE,
    awaitPromise: true,
    returnByValue: true,
  })) as { result: { value: { clip: { height: number }; overflowing: string[] } } };
  const { clip, overflowing } = result.value;
  const scale = clip.height > TALL ? TALL_SCALE : SCALE;
  const { data } = await call("Page.captureScreenshot", {
    format: "png",
    clip: { ...clip, scale },
    captureBeyondViewport: true,
  });
  return { png: Buffer.from(String(data), "base64"), overflowing };
}

const MEASURE = `document.fonts.ready.then(() => {
  const box = document.querySelector(".picture").getBoundingClientRect();
  const overflowing = [...document.querySelectorAll(".picture *")]
    .filter((element) => element instanceof HTMLElement && getComputedStyle(element).textOverflow !== "ellipsis")
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .map((element) => element.className + ": " + element.textContent.trim().slice(0, 60));
  const clip = { x: box.x, y: box.y, width: Math.ceil(box.width), height: Math.ceil(box.height) };
  return { clip, overflowing };
})`;

/** Messages are JSON ended by a zero byte, to the browser on descriptor 3, from it on 4. */
function speakProtocol(child: ChildProcess): Send {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  let unread = Buffer.alloc(0);
  let last = 0;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once("error", fail);
  child.once("close", (code) => fail(new Error(`Chromium ended, exit code ${code}`)));
  // A browser that has ended says so by `close`.
  input.on("error", () => {});
  output.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let end = unread.indexOf(0); end >= 0; end = unread.indexOf(0)) {
      const message = JSON.parse(unread.subarray(0, end).toString("utf8"));
      unread = unread.subarray(end + 1);
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) asked?.reject(new Error(`Chromium: ${message.error.message}`));
      else asked?.resolve(message.result ?? {});
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
}
