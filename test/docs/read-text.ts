/** What HTML without scripts and styles shows: no tags, no entities. */
export function readText(html: string): string {
  const marks: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };
  return html.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, (entity) => marks[entity] ?? entity);
}
