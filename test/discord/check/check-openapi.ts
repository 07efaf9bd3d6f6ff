import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { asObject, asObjects, type Json, type Problem } from "./problem.ts";

/** Checks a request body against Discord's own description. Knows nothing of an operation: finds nothing. */
export type CheckOpenApi = (method: string, route: string, body: unknown) => Problem[];

/** Compiling a message's schema takes a second, and a document does not change while tests run. */
const opened = new Map<string, CheckOpenApi>();

/**
 * Reads Discord's OpenAPI document, once, and compiles the schema of an operation when it is first used. Without a
 * file nothing is checked.
 *
 * @throws Error if the file is missing, or is no such document.
 */
export function openOpenApi(file: string | undefined): CheckOpenApi {
  if (file === undefined || file === "") return () => [];
  const check = opened.get(file) ?? readOpenApi(file);
  opened.set(file, check);
  return check;
}

function readOpenApi(file: string): CheckOpenApi {
  const document = JSON.parse(readFileSync(file, "utf8")) as Json;
  const paths = asObject(document.paths);
  if (Object.keys(paths).length === 0) throw new Error(`${file} describes no paths`);
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false, allowUnionTypes: true });
  formats.default(ajv);
  for (const format of ["snowflake", "nonce"]) ajv.addFormat(format, true);
  ajv.addSchema(document, "discord");
  const compiled = new Map<string, ValidateFunction | null>();

  function compile(method: string, route: string): ValidateFunction | null {
    const path = Object.keys(paths).find((each) => sameRoute(each, route));
    const operation = asObject(asObject(paths[path ?? ""])[method.toLowerCase()]);
    const content = asObject(asObject(asObject(operation.requestBody).content)["application/json"]);
    if (path === undefined || content.schema === undefined) return null;
    const pointer = [
      "paths",
      path,
      method.toLowerCase(),
      "requestBody",
      "content",
      "application/json",
      "schema",
    ];
    return ajv.compile({ $ref: `discord#/${pointer.map(escapePointer).join("/")}` });
  }

  return (method, route, body) => {
    const key = `${method} ${route}`;
    const validate = compiled.get(key) ?? compile(method, route);
    compiled.set(key, validate);
    if (validate === null || validate(follow(body))) return [];
    // Where a value fits none of several shapes, every shape complains; the deepest complaint is about the likeliest.
    const deepest = (validate.errors ?? []).toSorted((a, b) => depth(b) - depth(a))[0];
    const { instancePath = "", message = "differs" } = deepest ?? {};
    return [{ path: instancePath, rule: "openapi", message, refused: false }];
  };
}

function depth({ instancePath }: { instancePath: string }): number {
  return instancePath.split("/").length;
}

/** The same route, whatever the parameters are called. */
function sameRoute(described: string, route: string): boolean {
  const bare = (text: string) => text.replaceAll(/\{[^}]*\}|:\w+/g, "*");
  return bare(described) === bare(route);
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/**
 * Where the document and Discord's documentation differ, the documentation is right: permissions are a string of
 * digits, which the document takes as a number.
 */
function follow(body: unknown): unknown {
  if (Array.isArray(body)) return asObjects(body).map(follow);
  const { default_member_permissions: permissions, ...rest } = asObject(body);
  if (typeof permissions !== "string") return body;
  return { ...rest, default_member_permissions: Number(permissions) };
}
