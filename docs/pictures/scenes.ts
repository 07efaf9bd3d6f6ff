import { ComponentType } from "discord.js";
import type { Engine, Language } from "../../index/index.ts";
import { decodeCustomId, documentKey } from "../../src/discord/custom-id.ts";
import { renderAnswerReply } from "../../src/reply/answer-reply.ts";
import type { CitationStyle } from "../../src/reply/citation.ts";
import { CONTEXT_READ, renderContextReply } from "../../src/reply/context-reply.ts";
import type { ReplyPayload } from "../../src/reply/payload.ts";
import { renderQuoteReply } from "../../src/reply/quote-reply.ts";
import { PASSAGES_ON_PAGE, renderSearchReply } from "../../src/reply/search-reply.ts";
import { renderSourcesReply } from "../../src/reply/sources-reply.ts";
import { fill, textsOf } from "../../src/reply/texts.ts";
import { drawMessage, drawPersonMessage, type Person } from "./draw-message.ts";
import { escapeHtml } from "./html.ts";

/** One picture: its file name without ending, and its HTML. */
export interface Scene {
  readonly name: string;
  readonly language: Language;
  readonly html: string;
}

/** Stands for the id that the question store gives. */
const QUESTION_ID = "1";
const LINH: Person = { name: "linh", colour: "#b4533c" };
const MINH: Person = { name: "minh", colour: "#3f6fb5" };

/** Asks the engine real questions, and draws the replies that the bot's own code makes of its answers. */
export async function drawScenes(engine: Engine): Promise<Scene[]> {
  const whatSponsored = "what will Thang Long sponsor";
  const sponsor = await ask(engine, whatSponsored, "en");
  const revfin = await ask(engine, "Dự án REVFIN do nước nào tài trợ?", "vi");
  const unknown = await ask(engine, "How many Smart Classrooms will be built in Viet Nam?", "en");
  const whenConference = "when is the hospital conference?";
  const conference = await ask(engine, whenConference, "en");
  const unknownVietnamese = await ask(
    engine,
    "Học bổng của trường Bách khoa Hồng Kông là bao nhiêu tiền?",
    "vi",
  );
  return [
    { name: "ask", language: "en", html: drawChannel(commanded(sponsor, "ask", "en")) },
    { name: "ask-vietnamese", language: "vi", html: drawChannel(commanded(revfin, "hỏi", "vi")) },
    { name: "not-found", language: "en", html: drawChannel(commanded(unknown, "ask", "en")) },
    {
      name: "search",
      language: "en",
      html: drawChannel(commanded(await search(engine, "scholarships", "en"), "search", "en")),
    },
    {
      name: "quote",
      language: "en",
      html: drawChannel(
        commanded(
          await quote(engine, "preventing, reducing, and recycling fishing gear waste", "en", "apa"),
          "quote",
          "en",
        ),
      ),
    },
    {
      name: "context",
      language: "en",
      html: drawChannel(
        drawMessage(await pressContext(engine, sponsor, "en"), {
          locale: "en",
          isPrivate: true,
          cause: {
            kind: "button",
            message: fill(textsOf("en").answer.question, { question: whatSponsored }),
          },
        }),
      ),
    },
    {
      name: "sources",
      language: "en",
      html: drawChannel(
        commanded(renderSourcesReply(await engine.sources(), "en"), "sources", "en", { isPrivate: true }),
      ),
    },
    {
      name: "phone",
      language: "en",
      html: [
        drawPhone(talk(conference, whenConference), "partnerships", "Message #partnerships"),
        drawPhone(commanded(unknownVietnamese, "hỏi", "vi"), "hợp-tác", "Nhắn #hợp-tác"),
      ].join(""),
    },
  ];
}

function commanded(
  payload: ReplyPayload,
  command: string,
  locale: Language,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
): string {
  return drawMessage(payload, { locale, isPrivate, cause: { kind: "command", person: LINH, command } });
}

/** A question asked by a mention, in the middle of a conversation. */
function talk(payload: ReplyPayload, question: string): string {
  const mention = `@Accord ${question}`;
  return [
    drawPersonMessage(
      MINH,
      "The posters go to the printer at noon. When is the hospital conference again?",
      "en",
    ),
    drawPersonMessage(LINH, mention, "en"),
    drawMessage(payload, { locale: "en", cause: { kind: "message", person: LINH, message: mention } }),
    drawPersonMessage(MINH, "Perfect, thank you both 🙏", "en"),
  ].join("");
}

async function ask(engine: Engine, question: string, locale: Language): Promise<ReplyPayload> {
  const answer = await engine.ask(question);
  const sources = answer.outcome === "answered" ? [] : await engine.sources();
  return renderAnswerReply(answer, { locale, questionId: QUESTION_ID, sources });
}

async function search(engine: Engine, query: string, locale: Language): Promise<ReplyPayload> {
  const found = await engine.search(query, { limit: PASSAGES_ON_PAGE + 1 });
  return renderSearchReply(found, { locale, query, questionId: QUESTION_ID, offset: 0 });
}

async function quote(
  engine: Engine,
  wording: string,
  locale: Language,
  style: CitationStyle,
): Promise<ReplyPayload> {
  return renderQuoteReply(await engine.quote(wording), locale, style);
}

/** What the first Context button of an answer shows. */
async function pressContext(engine: Engine, payload: ReplyPayload, locale: Language): Promise<ReplyPayload> {
  const actions = payload.components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .map((control) => ("custom_id" in control ? decodeCustomId(control.custom_id) : null));
  const action = actions.find((candidate) => candidate?.action === "context");
  if (action?.action !== "context") throw new Error("The answer has no Context button");
  for (const { document } of await engine.sources()) {
    const place = await engine.readPlace(document, action, CONTEXT_READ);
    if (place && documentKey(place) === action.document) return renderContextReply(place, locale);
  }
  throw new Error("The Context button leads nowhere");
}

function drawChannel(messages: string): string {
  return `<main class="channel">${messages}</main>`;
}

function drawPhone(messages: string, channel: string, hint: string): string {
  return `<main class="phone"><div class="bar"><i></i><span><em>#</em>${escapeHtml(channel)}</span></div>
<div class="messages">${messages}</div>
<div class="input"><i>+</i><span>${escapeHtml(hint)}</span></div></main>`;
}
