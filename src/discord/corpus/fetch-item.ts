import type { Attachment } from "discord.js";
import { type Addition, type FileProblem, OPTIONS } from "../../../index/index.ts";
import type { AdditionStep } from "../../reply/addition-progress.ts";
import { fetchPage } from "../../web/fetch-page.ts";
import { toAddition } from "../../web/to-addition.ts";
import type { Services } from "../command.ts";
import { DOWNLOAD_TIMES, DownloadError, downloadAttachment } from "./download-attachment.ts";

/** Something to add. `name` is what the person knows it by. */
export type Item =
  | {
      readonly kind: "attachment";
      readonly name: string;
      readonly url: string;
      readonly size: number;
      readonly type: string;
    }
  | { readonly kind: "page"; readonly name: string; readonly url: string };

/** What somebody sent, under the name that they gave it: Discord's own is plainer. */
export function toItem({ name, title, url, size, contentType }: Attachment): Item {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  const given = title ? `${title}${title.toLowerCase().endsWith(ending.toLowerCase()) ? "" : ending}` : name;
  return { kind: "attachment", name: given, url, size, type: contentType ?? "" };
}

/** A page that somebody named, `<https://...>` (without a preview) as well. */
export function toPageItem(address: string): Item {
  const url = address.trim().replace(/^<(.*)>$/, "$1");
  return { kind: "page", name: url, url };
}

/** A file that no document can be made of, as its size or its kind tells before it is read. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`The file is refused: ${problem.code}`);
    this.problem = problem;
  }
}

/**
 * Gets the bytes of a file or a page.
 *
 * @throws DownloadError, FileRefused, WebError
 */
export async function fetchItem(
  item: Item,
  { web, clock, stopping }: Pick<Services, "web" | "clock" | "stopping">,
  tell: (step: AdditionStep) => void,
): Promise<Omit<Addition, "facts" | "addedBy">> {
  stopping.throwIfAborted();
  if (item.kind === "page") {
    tell({ step: "fetching" });
    return toAddition(await fetchPage(item.url, web, stopping));
  }
  const { name, url, size, type } = item;
  const most = OPTIONS.maximumFileBytes;
  if (size > most) throw tooLarge(size);
  if (/^(?:image|video|audio)\//.test(type))
    throw new FileRefused({ code: "format", values: { format: /\.[^.]+$/.exec(name)?.[0] ?? type } });
  const show = (done: number): void => tell({ step: "downloading", done, total: size });
  show(0);
  try {
    const limits = { ...DOWNLOAD_TIMES, bytes: most };
    const bytes = await downloadAttachment(url, { clock, limits, signal: stopping, onProgress: show });
    return { name, bytes };
  } catch (error) {
    throw error instanceof DownloadError && error.fault === "large" ? tooLarge(most + 1) : error;
  }
}

function tooLarge(size: number): FileRefused {
  return new FileRefused({ code: "size", values: { size, limit: OPTIONS.maximumFileBytes } });
}
