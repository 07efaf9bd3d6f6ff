import fc from "fast-check";
import { describe, it } from "vitest";
import { UserError } from "../../../index/index.ts";
import { renderAdditionLater, renderAdditionProgress } from "../../../src/reply/addition-progress.ts";
import { renderAdditionReply } from "../../../src/reply/addition-reply.ts";
import { renderAnswerReply } from "../../../src/reply/answer-reply.ts";
import { renderBusyReply } from "../../../src/reply/busy-reply.ts";
import { CITATION_STYLES } from "../../../src/reply/citation.ts";
import { renderContextGone, renderContextReply } from "../../../src/reply/context-reply.ts";
import { renderErrorReply } from "../../../src/reply/error-reply.ts";
import { renderExportReply } from "../../../src/reply/export-reply.ts";
import { renderHelpReply } from "../../../src/reply/help-reply.ts";
import { renderLibraryReply } from "../../../src/reply/library-reply.ts";
import { renderNotice } from "../../../src/reply/notice-reply.ts";
import { renderQuoteReply } from "../../../src/reply/quote-reply.ts";
import { renderRemovalReply, renderRestoredReply } from "../../../src/reply/removal-reply.ts";
import { renderSearchReply } from "../../../src/reply/search-reply.ts";
import { renderSmallTalkReply } from "../../../src/reply/small-talk-reply.ts";
import { renderOutlineReply, renderSourcesReply } from "../../../src/reply/sources-reply.ts";
import { renderStatusReply } from "../../../src/reply/status-reply.ts";
import {
  anyAddition,
  anyAnswer,
  anyLibraryDocument,
  anyQuote,
  anyQuotes,
  anySource,
  anySourceDetails,
  anyText,
} from "./arbitraries.ts";
import { expectValid } from "./check-payload.ts";

const anyLocale = fc.constantFrom("en" as const, "vi" as const);
const runs = { numRuns: 60 };

describe("whatever documents and people write, Discord takes the reply and nobody is pinged:", () => {
  it("answers", () => {
    fc.assert(
      fc.property(
        anyAnswer,
        anyLocale,
        fc.array(anySource, { maxLength: 9 }),
        fc.boolean(),
        fc.option(anyText, { nil: undefined }),
        fc.constantFrom(0, 3),
        (answer, locale, sources, isPrivate, sharedBy, offset) => {
          const shared = sharedBy === undefined ? {} : { sharedBy };
          const options = { locale, questionId: "1z", sources, isPrivate, offset, ...shared };
          expectValid(renderAnswerReply(answer, options));
        },
      ),
      runs,
    );
  });

  it("searches", () => {
    fc.assert(
      fc.property(
        anyQuotes(6),
        anyText,
        anyLocale,
        fc.constantFrom(0, 5, 95),
        (found, query, locale, offset) => {
          expectValid(renderSearchReply(found, { locale, query, questionId: "1z", offset }));
        },
      ),
      runs,
    );
  });

  it("passages in their place", () => {
    fc.assert(
      fc.property(anyQuote, anyText, anyText, anyLocale, (quote, before, after, locale) => {
        expectValid(renderContextReply({ ...quote, before, after }, locale));
      }),
      runs,
    );
  });

  it("quotes with citations of every style", () => {
    fc.assert(
      fc.property(
        anyQuotes(5),
        fc.boolean(),
        anyLocale,
        fc.constantFrom(...CITATION_STYLES),
        (quotes, exact, locale, style) => {
          expectValid(renderQuoteReply({ exact, quotes }, locale, style));
        },
      ),
      runs,
    );
  });

  it("lists of documents", () => {
    fc.assert(
      fc.property(
        fc.array(anySource, { maxLength: 20 }),
        anyLocale,
        fc.constantFrom(0, 8, 16),
        (sources, locale, offset) => {
          expectValid(renderSourcesReply(sources, locale, offset));
        },
      ),
      runs,
    );
  });

  it("outlines", () => {
    fc.assert(
      fc.property(anySourceDetails, anyLocale, fc.constantFrom(0, 15, 30), (source, locale, offset) => {
        expectValid(renderOutlineReply(source, locale, offset));
      }),
      runs,
    );
  });

  it("what was added, and what was not", () => {
    fc.assert(
      fc.property(fc.array(anyAddition, { minLength: 1, maxLength: 12 }), anyLocale, (results, locale) => {
        expectValid(renderAdditionReply(results, locale));
      }),
      runs,
    );
  });

  it("how far adding is", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), anyLocale, (name, done, total, locale) => {
        for (const step of ["downloading", "reading-corpus"] as const)
          expectValid(renderAdditionProgress({ name, number: 1, count: 2 }, { step, done, total }, locale));
      }),
      runs,
    );
  });

  it("a server's own documents, removed and restored ones", () => {
    fc.assert(
      fc.property(
        fc.array(anyLibraryDocument, { maxLength: 40 }),
        anySource,
        anyLocale,
        fc.constantFrom(0, 6, 18),
        (library, source, locale, offset) => {
          expectValid(renderLibraryReply("100000000000000001", library, locale, offset));
          expectValid(renderRemovalReply(source, "2026-03-01T09:30:00.000Z", locale));
          expectValid(renderRestoredReply(source, locale));
        },
      ),
      runs,
    );
  });

  it("archives", () => {
    const file = { name: "corpus.zip", contents: new Uint8Array(1) };
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 9 }),
        anyLocale,
        fc.option(fc.nat()),
        (tooLarge, locale, next) => {
          expectValid(renderExportReply({ file, count: 1, total: 9, tooLarge, offset: 0, next }, locale));
        },
      ),
      runs,
    );
  });

  it("errors, whatever they say", () => {
    fc.assert(
      fc.property(anyText, anyText, anyLocale, (name, id, locale) => {
        expectValid(renderErrorReply(new UserError("document-unknown", { name }), id, locale));
        expectValid(renderErrorReply(new UserError("document-ambiguous", { name, found: name }), id, locale));
        expectValid(renderErrorReply(new Error(name), id, locale));
      }),
      runs,
    );
  });

  it.each(["en", "vi"] as const)("help, status, waiting and notices (%s)", (locale) => {
    const model = {
      name: "@everyone **x**",
      revision: "1",
      dimension: 256,
      queryPrefix: "",
      passagePrefix: "",
    };
    const engine = { model, documents: 5, passages: 31 };
    const facts = { version: "0.1.0", engine, engineLatency: 3, uptime: 1e8 };
    expectValid(renderStatusReply({ ...facts, gatewayLatency: -1 }, locale));
    expectValid(renderStatusReply({ ...facts, gatewayLatency: 40 }, locale));
    expectValid(renderHelpReply(locale));
    for (const kind of ["about", "help", "greeting", "apology", "thanks", "farewell", "assent"] as const)
      expectValid(renderSmallTalkReply({ kind }, locale));
    expectValid(renderContextGone(locale));
    for (const reason of ["user", "server", "queue"] as const)
      expectValid(renderBusyReply(reason, 2_500, locale));
    expectValid(renderAdditionLater(locale));
    for (const notice of ["editorsOnly", "chooseOne", "noAttachments", "queueFull", "notKept"] as const)
      expectValid(renderNotice(notice, locale));
    for (const notice of ["thanks", "thanksReason", "expired", "retired", "notYours"] as const)
      expectValid(renderNotice(notice, locale));
  });
});
