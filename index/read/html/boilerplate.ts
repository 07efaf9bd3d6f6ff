import type { DomElement } from "../dom.ts";
import type { Measures } from "./measure.ts";

const ROLES = new Set(
  "navigation banner contentinfo search complementary menu menubar dialog alertdialog alert toolbar".split(
    " ",
  ),
);

/** Words of class names and ids that name what stands around a text, whatever it holds. */
const AROUND = new RegExp(
  `^(?:${[
    "menu|mainmenu|submenu|menus|navmenu|megamenu|nav|navbar|navs|navi|navigation|topnav|breadcrumbs?|bread",
    "sidebar|sidebars|leftbar|rightbar|footer|foot|colophon|copyright|masthead|topbar|toolbar|tools|hotline",
    "share|sharing|shares|sharer|sharebar|sharethis|addthis|addtoany|sharedaddy|social|socials|facebook|zalo|twitter",
    "comments?|commentform|commentlist|disqus|respond|replies|binhluan|cookies?|consent|gdpr|privacy",
    "ads?|advert|advertisement|advertising|adsbygoogle|quangcao|sponsored|promo|popup|modal|overlay|lightbox",
    "newsletter|subscribe|subscription|pagination|pager|paging|pagenav|search|searchbox|searchform|login|signin",
    "skip|skiplink|backtotop|scrolltop|totop|counter|visitors?|luottruycap|hitcounter|language|lang|langs|languages",
    "rating|ratings|vote|votes|likes|emoji|printfriendly|author-?bio|byline|postmeta|entrymeta|posttags|tagcloud|tags",
  ].join("|")})$`,
);

/** Words for lists of other pages: taken at their word only where links are most of the text. */
const ELSEWHERE =
  /^(?:related|relate|lienquan|relates|other|others|othernews|khac|more|readmore|recommend(?:ed|ations?)?|popular|latest|mostread|trending|widget|widgets|box|teasers?|prev|next|archive|categor(?:y|ies)|tinlienquan|tinkhac|tinmoi|news|suggest(?:ed|ions?)?)$/;

/** Share of an element's text above which links make it a list of other pages. */
const LINK_SHARE = 0.6;
/** Such a list has at least so many links; one linked line is rather a reference. */
const FEWEST_LINKS = 3;

/**
 * Whether an element inside or beside the main text belongs to the site and not to the text: menus, share bars, lists of
 * related pages, comment and search forms, notices about cookies.
 */
export function isBoilerplate(element: DomElement, measures: Measures): boolean {
  const name = element.localName.toLowerCase();
  if (name === "nav" || name === "footer" || name === "button" || name === "aside") return true;
  const role = element.getAttribute("role");
  if (role && ROLES.has(role.toLowerCase())) return true;
  const { text, linked, links } = measures.of(element);
  if (text === 0) return false;
  if (name === "form") return true;
  const words = namesOf(element);
  if (words.some((word) => AROUND.test(word))) return true;
  const linkShare = linked / text;
  return words.some((word) => ELSEWHERE.test(word)) && linkShare > LINK_SHARE && links >= FEWEST_LINKS;
}

/** Whether an element is a mere list of links. */
export function isLinkList(element: DomElement, measures: Measures): boolean {
  const { text, linked, links } = measures.of(element);
  return links >= FEWEST_LINKS && linked / (text || 1) > LINK_SHARE;
}

/** "related-news tinLienQuan" -> related, news, tin, lien, quan, and neighbours joined: relatednews, tinlien, lienquan. */
function namesOf(element: DomElement): string[] {
  const written = `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`.slice(0, 400);
  return written.split(/\s+/).flatMap((name) => {
    const parts = name
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2")
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(Boolean);
    return [...parts, ...parts.slice(1).map((part, position) => `${parts[position]}${part}`)];
  });
}
