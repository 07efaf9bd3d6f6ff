import { escapeHtml } from "./html.ts";

/**
 * Discord's Markdown as HTML. Written by hand, for a CommonMark parser reads other texts than Discord's client does:
 * it joins lines, lets a quote run on without `>`, knows no `-#` and closes bold by the letters beside it.
 *
 * The rules are those of simple-markdown 0.7, which Discord's client builds on, with the patterns that Discord adds
 * (https://support.discord.com/hc/en-us/articles/210298617). White space counts: show it with `white-space: pre-wrap`.
 */
export function drawMarkdown(source: string): string {
  return drawBlocks(source, true);
}

/** Something that takes whole lines. The pattern is tried where a line begins. */
interface BlockRule {
  readonly pattern: RegExp;
  readonly draw: (match: RegExpExecArray) => string;
}

const QUOTE: BlockRule = {
  pattern: / *>>> ([\s\S]*)| *> [^\n]*(?:\n *> [^\n]*)*\n?/y,
  draw: ([whole, rest]) => {
    const inner = rest ?? whole.replace(/^ *> /gm, "").replace(/\n$/, "");
    return `<div class="quote"><i></i><blockquote>${drawBlocks(inner, false)}</blockquote></div>`;
  },
};

const BLOCKS: readonly BlockRule[] = [
  {
    pattern: /```(?:[a-z0-9_+\-.]+\n)?\n*([^\n][\s\S]*?)\n*```\n?/iy,
    draw: ([, code = ""]) => `<pre>${escapeHtml(code)}</pre>`,
  },
  {
    pattern: /(#{1,3}) +([^\n]+?)#*[^\S\n]*(?:\n|$)/y,
    draw: ([, marks = "#", text = ""]) => `<h${marks.length}>${drawInline(text)}</h${marks.length}>`,
  },
  {
    pattern: /-# +([^\n]+?) *(?:\n|$)/y,
    draw: ([, text = ""]) => `<small>${drawInline(text)}</small>`,
  },
  {
    pattern: /( *)([-*]|\d+\.) +([^\n]+)(?:\n|$)/y,
    draw: ([, indent = "", mark = "-", text = ""]) =>
      `<div class="item" style="--level: ${Math.floor(indent.length / 2)}"><span>${/\d/.test(mark) ? mark : "•"}</span><div>${drawInline(text)}</div></div>`,
  },
];

/** A stretch inside a line. Of those that fit at one place the first is taken; of emphasis, the longest. */
interface InlineRule {
  readonly pattern: RegExp;
  readonly draw: (match: RegExpExecArray) => string;
}

const EMPHASIS: readonly InlineRule[] = [
  {
    pattern:
      /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    draw: ([, one, other]) => `<em>${drawInline(one ?? other ?? "")}</em>`,
  },
  {
    pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y,
    draw: ([, text = ""]) => `<strong>${drawInline(text)}</strong>`,
  },
  {
    pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y,
    draw: ([, text = ""]) => `<u>${drawInline(text)}</u>`,
  },
];

const INLINE: readonly InlineRule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, draw: ([, mark = ""]) => escapeHtml(mark) },
  { pattern: /<(https?:\/\/[^ >]+)>/y, draw: ([, address = ""]) => drawLink(escapeHtml(address)) },
  {
    pattern:
      /\[((?:\[[^\]]*\]|\\[\s\S]|[^[\]\\])+)\]\(\s*(?:<https?:\/\/[^\s<>]+>|https?:\/\/[^\s()]+)\s*\)/y,
    draw: ([, label = ""]) => drawLink(drawInline(label)),
  },
  {
    pattern: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/y,
    draw: ([address]) => drawLink(escapeHtml(address)),
  },
  // Drawn as what it would be, so that a name that slips through to Discord is seen in the picture.
  {
    pattern: /@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>|<\/[^>\n]+:\d+>|<t:-?\d+(?::[a-zA-Z])?>|<a?:\w+:\d+>/y,
    draw: ([mention]) => `<span class="mention">${escapeHtml(mention)}</span>`,
  },
  { pattern: /~~([\s\S]+?)~~/y, draw: ([, text = ""]) => `<s>${drawInline(text)}</s>` },
  {
    pattern: /\|\|([\s\S]+?)\|\|/y,
    draw: ([, text = ""]) => `<span class="spoiler">${drawInline(text)}</span>`,
  },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    draw: ([, , code = ""]) => `<code>${escapeHtml(code.trim())}</code>`,
  },
];

function drawBlocks(source: string, mayQuote: boolean): string {
  const rules = mayQuote ? [QUOTE, ...BLOCKS] : BLOCKS;
  let html = "";
  let at = 0;
  while (at < source.length) {
    const found = rules.map((rule) => ({ rule, match: matchAt(rule.pattern, source, at) }));
    const first = found.find(({ match }) => match !== null);
    if (first?.match) {
      html += first.rule.draw(first.match);
      at += first.match[0].length;
      continue;
    }
    // Lines of text up to the next block, drawn together: bold may reach over a line's end.
    let end = at;
    do {
      const line = source.indexOf("\n", end);
      end = line < 0 ? source.length : line + 1;
    } while (end < source.length && !rules.some(({ pattern }) => matchAt(pattern, source, end)));
    const text = source.slice(at, end);
    html += `<div class="text">${drawInline(end < source.length ? text.replace(/\n$/, "") : text)}</div>`;
    at = end;
  }
  return html;
}

function drawInline(source: string): string {
  let html = "";
  let at = 0;
  while (at < source.length) {
    const found = matchFirst(INLINE, source, at) ?? matchLongest(EMPHASIS, source, at);
    const plain = found ? "" : String.fromCodePoint(source.codePointAt(at) ?? 0);
    html += found ? found.rule.draw(found.match) : escapeHtml(plain);
    at += found ? found.match[0].length : plain.length;
  }
  return html;
}

interface Found {
  readonly rule: InlineRule;
  readonly match: RegExpExecArray;
}

function matchAll(rules: readonly InlineRule[], source: string, at: number): Found[] {
  return rules.flatMap((rule) => {
    const match = matchAt(rule.pattern, source, at);
    return match === null ? [] : [{ rule, match }];
  });
}

function matchFirst(rules: readonly InlineRule[], source: string, at: number): Found | undefined {
  return matchAll(rules, source, at)[0];
}

function matchLongest(rules: readonly InlineRule[], source: string, at: number): Found | undefined {
  return matchAll(rules, source, at).sort((a, b) => b.match[0].length - a.match[0].length)[0];
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function drawLink(label: string): string {
  return `<a>${label}</a>`;
}
