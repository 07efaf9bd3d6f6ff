import type { Language } from "../document.ts";

/**
 * What a message can say that asks the documents nothing. Where it says several such things, the first of these counts.
 * `about` asks about the bot itself; `assent` agrees, praises or declines.
 */
export const SMALL_TALK = ["about", "help", "greeting", "apology", "thanks", "farewell", "assent"] as const;
export type SmallTalkKind = (typeof SMALL_TALK)[number];

/**
 * Phrases with commas between them; a word is any of those that have slashes between them. Vietnamese is written with its
 * diacritics: whoever leaves them out is understood, and whoever writes others says something else. What could as well
 * point back to an answer ("how does it work?") is not here.
 */
export const PHRASES: Readonly<Record<SmallTalkKind, Readonly<Record<Language, string>>>> = {
  about: {
    en: `
    who/what are/r you/u, who/what is accord, who's/whos/what's/whats accord, what does accord do
    what is/are your name/job/purpose, what's/whats your name/job/purpose, what can/could/do/should you/u do/answer/know
    what else can you do/answer, what can/could/should/may i ask, what can/do you help with
    how can/could/do/will you help, how can/should/do i use/ask you/accord, how do/does you/accord work
    how does the/this bot work, what does the/this bot do, who made/created/built/wrote/runs you/accord
    are you a/an/the bot/robot/human/person/machine/ai, are you ai/human/real/chatgpt, is this a bot/robot
    tell me about yourself, introduce yourself, do/can you speak/understand/know vietnamese/english`,
    vi: `
    bạn/bot/em/mày/accord là ai/gì, bạn/bot/em/mày/accord tên gì, bạn/bot/em/mày tên là gì, tên bạn/em/mày/bot là gì
    bạn/bot/em/accord làm/giúp được gì, bạn/bot/em/accord làm/giúp được những gì, bạn/bot/em/accord làm/biết/giúp gì
    bạn/bot/em/accord biết làm gì, bạn/bot/em/accord biết những gì, bạn/bot/em/accord có thể làm/giúp gì
    bạn/bot/em/accord có thể làm/giúp được gì, bạn/bot/em/accord có thể làm/giúp những gì
    bạn/bot/em/accord có thể làm/giúp được những gì, bạn/bot/em/accord trả lời được gì, bạn/bot/em/accord giúp gì được
    bạn/bot/em/accord trả lời được những gì, bạn/bot/em/accord có thể trả lời gì
    bạn/bot/em/accord có thể trả lời những gì, tôi/mình/em có thể hỏi gì, tôi/mình/em có thể hỏi những gì
    tôi/mình/em hỏi được gì, tôi/mình/em hỏi được những gì, có thể hỏi gì, hỏi được gì
    ai tạo/làm ra bạn/bot/em/accord, bạn/bot/em là bot/người/máy/robot à/hả, bạn/bot/em là người hay máy/bot/robot
    bạn/bot/em có phải bot/người/máy/robot/ai không, bạn/bot/em có phải là bot/người/máy/robot/ai không
    bạn/bot/em/accord hoạt động thế nào, bạn/bot/em/accord hoạt động như thế nào
    giới thiệu bản thân, giới thiệu về bạn/bot/accord, bạn/bot biết/nói tiếng việt/anh không
    bạn/bot có biết/nói tiếng việt/anh không, bạn/bot nói được tiếng việt/anh không`,
  },
  help: {
    en: `
    help, need help, i need help, i need some/your help, can/could/would/will you help, can/could/may i get help
    can/could/may i get some help, can/could anyone/someone/somebody help
    how to use you/accord, how to use the/this bot, instructions`,
    vi: `
    giúp, giúp đỡ, cứu, trợ giúp, cần giúp, cần giúp đỡ, cần trợ giúp, cần được giúp đỡ, hỗ trợ tôi/mình/em
    hướng dẫn, hướng dẫn sử dụng, cách dùng, cách sử dụng, có thể giúp, giúp được không, giúp tôi/mình/em được không
    có thể giúp tôi/mình/em không, có thể giúp tôi/mình/em được không
    dùng bot thế nào, dùng bot này thế nào, dùng bot như thế nào, dùng bot này như thế nào`,
  },
  greeting: {
    en: `
    hello, helo, hallo, hi, hiya, hey, heya, yo, howdy, greetings, welcome
    morning, good/gud morning/afternoon/evening/day, nice to meet you, pleased to meet you, how do you do
    how are/r you/u, how are you doing, how is it going, how's/hows it going, what's/whats up, what is up, wassup, sup
    are you there, you there, is anyone/anybody/someone there/here, anyone/anybody there/here`,
    vi: `
    alo, a lô, chào, xin chào, chào buổi sáng/trưa/chiều/tối, chúc buổi sáng/trưa/chiều/tối tốt lành
    rất vui được gặp, rất vui được làm quen, bạn/bot/em khỏe không, bạn/bot/em có khỏe không, có khỏe không, khỏe không
    có ai không, có ai ở đây/đó không, có ai đó không, bạn/bot/em có đó không, bạn/bot/em có ở đây/đó không`,
  },
  apology: {
    en: `
    sorry, i'm/im sorry, i am sorry, i'm/im so/very/really sorry, i am so/very/really sorry, i apologise/apologize, apologies
    my bad/mistake/fault/apologies, excuse/pardon/forgive me, pardon, oops, sorry for the trouble/inconvenience/confusion/delay
    sorry to bother/disturb you`,
    vi: `
    xin lỗi, thứ lỗi, xin thứ lỗi, lỗi của tôi/mình/em, làm phiền, đã làm phiền, vì đã làm phiền`,
  },
  thanks: {
    en: `
    thanks, thank you/u, thx, thks, thnx, tnx, tks, ty, tysm, cheers, thanks in advance, thank you/u in advance
    thanks a million/ton/bunch, many thanks, much appreciated, appreciate it/that, i appreciate it/that
    i'm/im grateful, you're/youre welcome, you are welcome`,
    vi: `
    cảm/cám ơn, xin cảm/cám ơn, camon, cảm/cám tạ, đa tạ, biết ơn, không có gì/chi`,
  },
  farewell: {
    en: `
    bye, bye bye, byebye, bai bai, goodbye, goodnight, good bye/night, farewell, take care, cya
    see you/u/ya, see you/u/ya later/soon/again/tomorrow/around, have a nice/good/great day/evening/weekend/night/one`,
    vi: `
    tạm biệt, chào tạm biệt, hẹn gặp lại, ngủ ngon, chúc ngủ ngon, chúc một ngày tốt lành, chúc ngày tốt lành
    chúc cuối tuần vui vẻ`,
  },
  assent: {
    en: `
    ok, okay, okey, oke, okie, okee, oki, okla, k, kk, yes, yeah, yea, yep, yup, no, nope, sure, of course, alright
    all right, got it, i see, i understand, understood, noted, great, perfect, nice, good, awesome, amazing, excellent, wonderful
    fantastic, brilliant, cool, wow, haha, hahaha, hehe, hihi, lol, well done, sounds good/great
    good/nice/great/excellent job/work/answer/one, that is all/great/good/fine/perfect/nice/right/cool/it
    that's/thats all/great/good/fine/perfect/nice/right/cool/it, that helps/helped, never mind, nevermind, nvm
    no problem/worries`,
    vi: `
    vâng, dạ, ừ, ừm, uhm, được, được rồi, rồi, tốt, tuyệt, tuyệt vời, hay quá/lắm, giỏi quá/lắm
    hiểu rồi, đã hiểu, tôi/mình/em hiểu, tôi/mình/em hiểu rồi, rõ rồi, biết rồi, đúng rồi, hết rồi, đồng ý, nhất trí
    không sao, không cần, không cần đâu, thôi, vậy/thế thôi`,
  },
};

/** Whom it is said to, for what and how warmly: beside a phrase this asks nothing either, by itself it is no small talk. */
export const BESIDE: Readonly<Record<Language, string>> = {
  en: `
  accord, bot, the bot, admin/ad, sir/madam, dear, all/everyone/everybody/guys/folks/team/friend/friends, my friend
  you/u/me, there/here, again/today/now, so/very/too/really/just/much, oh/ah/well/then/and, please/pls/plz, a lot/bunch
  so much, very much, for your/the/all help/answer/answers/support/time/reply/information/info, for all your/the help
  for helping/answering/that/this/everything/me/us, with this/that`,
  vi: `
  bạn/em/anh/chị/cô/thầy/bác/ông/bà/cậu/mày, các/mọi/quý bạn/anh/chị/em/cô/thầy/vị/người, tất cả
  tôi/tui/mình/tớ/tao, chúng tôi/mình/em/ta, xin, hãy, vui lòng, làm ơn
  ơi/ạ/à/nhé/nha/nhá/nhỉ/với/đi/thôi/rồi/này/luôn/vậy/thế
  rất/quá/lắm/nhiều/thật, cho tôi/mình/em, cho hỏi, cho tôi/mình/em hỏi, một chút, đã giúp, đã giúp đỡ, đã trả lời
  vì đã giúp, vì đã giúp đỡ, vì đã trả lời, vì câu trả lời, vì tất cả, trước`,
};
