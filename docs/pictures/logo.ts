/**
 * Accord's own mark, `size` CSS pixels wide: a quotation mark of two halves that lean the same way. Also what
 * `accord.png` is made of, to be uploaded as the bot's picture.
 */
export function drawLogo(size: number, round = true): string {
  const half = "M0 0 h27 v25 l-13 23 h-14 l9 -21 h-9 z";
  return `<svg class="logo" xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">
<rect width="128" height="128" rx="${round ? 64 : 0}" fill="#1f6b45"/>
<path d="${half}" transform="translate(32 40)" fill="#f4f1e4"/>
<path d="${half}" transform="translate(69 40)" fill="#9fdcb6"/>
</svg>`;
}
