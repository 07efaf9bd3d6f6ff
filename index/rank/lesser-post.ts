import { foldText } from "../text/fold.ts";

/** Posts that have deputies, each in the words of both languages, folded. */
const POSTS: readonly RegExp[] = [
  "president|chair(?:man|woman|person)?|chu tich|chu nhiem",
  "rector|principal|headmaster|hieu truong",
  "directors?|giam doc|vien truong",
  "dean|truong khoa",
  "minister|bo truong",
  "ambassador|dai su",
  "secretary|bi thu|thu ky",
  "head|chief|truong (?:phong|ban|doan|bo mon)",
].map((words) => new RegExp(`\\b(?:${words})\\b`, "g"));

/** What makes another post of one that it stands before. */
const LESSER =
  /\b(?:vice|deputy|assistant|associate|former|acting|ex|pho|nguyen|cuu|quyen)[ -](?:general )?$/;

/**
 * Whether a text has the post that a question asks after with its deputies or former holders only: "Vice Rector" says nothing
 * of who the rector is.
 */
export function namesOnlyLesserPost(text: string, question: string): boolean {
  const [said, asked] = [foldText(text), foldText(question)];
  return POSTS.some((post) => {
    const there = findPosts(said, post);
    return (
      there.length > 0 && there.every(isLesser) && findPosts(asked, post).some((found) => !isLesser(found))
    );
  });
}

/** What stands before each place where a text has the post. */
function findPosts(text: string, post: RegExp): string[] {
  return [...text.matchAll(post)].map(({ index }) => text.slice(0, index));
}

function isLesser(before: string): boolean {
  return LESSER.test(before);
}
