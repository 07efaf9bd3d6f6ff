import {
  type AdditionReport,
  describeFileProblem,
  type Language,
  type SourceDetails,
} from "../../index/index.ts";
import { renderPicturePages, renderSources } from "./render-sources.ts";
import { neutraliseLine, type Style } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** What became of a document that was to be added, and the document as it is now. */
export function renderAddition(
  { outcome, source, document, problem, ...rest }: AdditionReport & Pick<SourceDetails, "picturePages">,
  { style, texts, language }: { style: Style; texts: Texts; language: Language },
): string {
  const reason = problem === null ? "" : describeFileProblem(problem, language);
  const said = fill(texts.additions[outcome], { document: neutraliseLine(document), reason });
  return source === null
    ? `${said}\n`
    : `${said}\n\n${renderSources([source], style, texts)}${renderPicturePages(rest, style, texts)}`;
}
