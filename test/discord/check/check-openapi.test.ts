import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { type CheckOpenApi, openOpenApi } from "./check-openapi.ts";

/** A description in the shape of Discord's, with one route. */
const DOCUMENT = {
  openapi: "3.1.0",
  paths: {
    "/channels/{channel_id}/messages": {
      post: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Message" } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Message: {
        type: "object",
        properties: {
          content: { type: ["string", "null"], maxLength: 5 },
          nonce: { type: "string", format: "nonce" },
          default_member_permissions: { type: ["integer", "null"] },
        },
      },
    },
  },
};

async function openDocument(): Promise<CheckOpenApi> {
  const file = join(await makeTemporaryFolder(), "openapi.json");
  await writeFile(file, JSON.stringify(DOCUMENT));
  return openOpenApi(file);
}

describe("Discord's own description of its API", () => {
  test("is applied to the route, whatever its parameters are called", async () => {
    const check = await openDocument();
    expect(check("POST", "/channels/:channel/messages", { content: "short", nonce: "1" })).toEqual([]);
    expect(check("POST", "/channels/:channel/messages", { content: "longer" })).toMatchObject([
      { rule: "openapi", path: "/content" },
    ]);
    expect(check("POST", "/channels/:channel/typing", { content: "longer" })).toEqual([]);
  });

  test("is corrected where the documentation says otherwise", async () => {
    const check = await openDocument();
    expect(check("POST", "/channels/:channel/messages", { default_member_permissions: "0" })).toEqual([]);
    expect(check("POST", "/channels/:channel/messages", { default_member_permissions: "a" })).toHaveLength(1);
  });

  test("is not needed, but must be one if it is named", async () => {
    expect(openOpenApi(undefined)("POST", "/channels/:channel/messages", { content: 1 })).toEqual([]);
    const file = join(await makeTemporaryFolder(), "other.json");
    await writeFile(file, "{}");
    expect(() => openOpenApi(file)).toThrow("describes no paths");
  });
});

describe.runIf(process.env.DISCORD_OPENAPI)("the copy that the environment names", () => {
  let check: CheckOpenApi;
  beforeAll(() => {
    check = openOpenApi(process.env.DISCORD_OPENAPI);
  });

  test.each([
    ["POST", "/channels/:channel/messages", { content: "a" }, { content: 1 }],
    [
      "POST",
      "/interactions/:interaction/:token/callback",
      { type: 4, data: { content: "a" } },
      { type: 4, data: { content: 1 } },
    ],
    ["PATCH", "/webhooks/:application/:token/messages/@original", { content: "a" }, { content: 1 }],
    ["PUT", "/applications/:application/commands", [{ name: "a", description: "b" }], [{ description: "b" }]],
  ])("knows %s %s", (method, route, right, wrong) => {
    expect(check(method, route, right)).toEqual([]);
    expect(check(method, route, wrong)).toHaveLength(1);
  });
});
