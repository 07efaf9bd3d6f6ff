import { describe, expect, it } from "vitest";
import { DETAIL_CODES, describeDetail } from "../../index/findings.ts";
import { slots } from "../texts.ts";

describe("a detail of a finding", () => {
  it.each(DETAIL_CODES)("is said in both languages, with the same values: %s", (code) => {
    const [english, vietnamese] = (["en", "vi"] as const).map((language) =>
      describeDetail({ code, values: {} }, language),
    );
    expect(slots(vietnamese ?? "")).toEqual(slots(english ?? ""));
    if (code !== "error") expect(vietnamese).not.toBe(english);
  });

  it("says why a file cannot be read in the same language", () => {
    const problem = { code: "damaged", values: { reason: { code: "no-end" } } } as const;
    const detail = { code: "skipped", values: { document: "a.pdf" }, problem } as const;
    expect(describeDetail(detail, "en")).toMatch(/^skipped a\.pdf: it is damaged, .*\(its end is missing\)/);
    expect(describeDetail(detail, "vi")).toMatch(/^bỏ qua a\.pdf: tệp bị hỏng .*\(thiếu phần cuối\)/);
  });

  it("says an error with what helps", () => {
    const error = { code: "corpus-missing", values: { folder: "/corpus" } } as const;
    expect(describeDetail({ code: "error", values: {}, error }, "vi")).toMatch(
      /^Không có thư mục tài liệu tại \/corpus\. Hãy tạo thư mục/,
    );
  });
});
