/** JSON as it arrives: nothing is known of it yet. */
export type Json = Readonly<Record<string, unknown>>;

/** One thing that is wrong with a body. */
export interface Problem {
  /** Where, as `components[0].label`. */
  readonly path: string;
  /** A short name, which tests look for: `button-label`. */
  readonly rule: string;
  readonly message: string;
  /** Discord refuses it with 50035. Otherwise it takes it, and it is Accord's own rule that is broken. */
  readonly refused: boolean;
}

/** What a check writes into. */
export interface Problems {
  readonly list: Problem[];
  refuse(path: string, rule: string, message: string): void;
  remark(path: string, rule: string, message: string): void;
}

/** An empty list of problems. */
export function collectProblems(): Problems {
  const list: Problem[] = [];
  return {
    list,
    refuse: (path, rule, message) => void list.push({ path, rule, message, refused: true }),
    remark: (path, rule, message) => void list.push({ path, rule, message, refused: false }),
  };
}

/** The value as an object, empty where it is none. */
export function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list of objects, empty where it is none. */
export function asObjects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

/** The value as text, empty where it is none. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The value as a whole number, 0 where it is none. */
export function asNumber(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** Refuses a text that is not between `least` and `most` UTF-16 code units. An absent one passes only if `least` is 0. */
export function checkText(
  problems: Problems,
  path: string,
  rule: string,
  value: unknown,
  most: number,
  least = 0,
): void {
  if (value === undefined || value === null) {
    if (least > 0) problems.refuse(path, rule, "is required");
    return;
  }
  if (typeof value !== "string") {
    problems.refuse(path, rule, "must be a string");
    return;
  }
  if (value.length < least || value.length > most || (least > 0 && value.trim() === "")) {
    problems.refuse(path, rule, `has ${value.length} characters; ${least} to ${most} are allowed`);
  }
}

/** Refuses a list that does not hold between `least` and `most` entries. */
export function checkCount(
  problems: Problems,
  path: string,
  rule: string,
  count: number,
  most: number,
  least = 0,
): void {
  if (count < least || count > most)
    problems.refuse(path, rule, `holds ${count}; ${least} to ${most} are allowed`);
}
