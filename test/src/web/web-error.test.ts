import { describe, expect, it } from "vitest";
import { toWebError } from "../../../src/web/to-web-error.ts";
import { describeWebError, WEB_ERROR_CODES, WebError } from "../../../src/web/web-error.ts";

const VALUES = {
  host: "site.example",
  scheme: "ftp:",
  port: 22,
  ports: "80, 443",
  reason: "ECONNRESET",
  status: 500,
  most: 5,
  type: "image/png",
  megabytes: 20,
  seconds: 10,
};

describe("an error of fetching", () => {
  it.each(WEB_ERROR_CODES)(
    "%s has a text and a hint in both languages, with nothing left to fill in",
    (code) => {
      const error = new WebError(code, VALUES);
      const english = describeWebError(error, "en");
      const vietnamese = describeWebError(error, "vi");
      for (const { text, hint } of [english, vietnamese]) {
        expect(`${text} ${hint}`).not.toMatch(/[{}\n]/);
        expect(text).toMatch(/\S.*[.]$/);
        expect(hint).toMatch(/\S.*[.]$/);
      }
      expect(error.message).toBe(english.text);
      expect(vietnamese.text).not.toBe(english.text);
      expect(vietnamese.text).toMatch(/[ăâđêôơưàáảãạ-ỹ]/i);
    },
  );

  it.each([
    ["ENOTFOUND", "host-unknown"],
    ["ECONNREFUSED", "unreachable"],
    ["ENETUNREACH", "unreachable"],
    ["EHOSTUNREACH", "unreachable"],
    ["ETIMEDOUT", "unreachable"],
    ["EAI_AGAIN", "unreachable"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "unreachable"],
    ["EPROTO", "unreachable"],
    ["CERT_HAS_EXPIRED", "certificate"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate"],
    ["ECONNRESET", "broken"],
    ["UND_ERR_SOCKET", "broken"],
    ["HPE_INVALID_CONSTANT", "broken"],
    ["Z_DATA_ERROR", "broken"],
    ["ERR_STREAM_PREMATURE_CLOSE", "broken"],
  ])("%s is told as %s", (reason, code) => {
    const cause = Object.assign(new Error("whatever the system says"), { code: reason });
    expect(toWebError(cause, "site.example")).toMatchObject({ name: "WebError", code, cause });
  });

  it("that already is one, or is a bug, stays what it is", () => {
    const error = new WebError("url-invalid");
    expect(toWebError(error, "site.example")).toBe(error);
    const bug = new TypeError("a bug");
    expect(toWebError(bug, "site.example")).toBe(bug);
    expect(toWebError("thrown", "site.example")).toBe("thrown");
  });
});
