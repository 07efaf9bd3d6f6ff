import type { Language } from "../document.ts";
import { ADDRESS, PAY, RATE } from "./form-words.ts";
import type { Form } from "./forms.ts";

/** What a query of bare words asks for: "tuition fee nursing", "deadline", "venue". Tried where no question form is there. */
export const KEYWORD_FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    {
      form: /\b(?:(?<!(?:phone|mobile|fax|contact) )number of|how many|headcount|age limit)\b/,
      entities: ["number"],
    },
    {
      form: /\b(?:contact|responsible) persons?\b|\bfocal points?\b|\bperson in charge\b/,
      entities: ["person"],
    },
    {
      form: /\b(?:e ?mail|phone|telephone|hotline|website)$|\b(?:e ?mail|(?:tele)?phone|mobile|fax|hotline|contact|extension) (?:address|number|details)\b/,
      entities: ["contact"],
    },
    {
      form: /\b(?:cost|costs|price|fees?|tuition|budget|salary|wages?|pay|allowance|stipend|amount|sum)\b|\b(?:value|worth)$|\bvalue of\b/,
      entities: ["amount", "percent", "figure"],
    },
    { form: new RegExp(`\\b(?:percentage|percent|share|${RATE})\\b`), entities: ["percent"] },
    { form: /\brates?\b/, entities: ["amount", "percent", "figure"] },
    { form: /\b(?:duration|length of|term of)\b/, entities: ["duration", "year"] },
    {
      form: /\b(?:dates?|deadline|start date|timetable|schedule|expiry|until|till)\b/,
      entities: ["day", "year"],
    },
    {
      form: /\b(?:number|count|total|size|capacity|area|quota|how many|intake|headcount)\b/,
      entities: ["number"],
    },
    { form: new RegExp(`\\b(?:venue|location|place|${ADDRESS})\\b`), entities: ["place"] },
    { form: /\b(?:post|position)\b/, entities: ["post"] },
    { form: /\b(?:opening|working|office|visiting) (?:days?|hours?|times?)\b/, entities: ["hour", "day"] },
  ],
  vi: [
    {
      form: new RegExp(`\\b(?:hoc phi|kinh phi|chi phi|le phi|${PAY}|tro cap|ngan sach|so tien)\\b`),
      entities: ["amount", "percent", "figure"],
    },
    {
      form: /\b(?:ngay(?! (?:nay|hoi|le|cang|\d+)\b)|(?:thoi|ky) han|han (?:nop|chot|dang ky|cuoi|gui|dong|tra|xet|ung tuyen|hieu luc|su dung)|(?<!\b(?:du|ly|lai) )lich (?:thi|hoc|hop|trinh|lam viec|khai giang|nghi|dang ky|nop|tuyen sinh|hoi thao|cong tac|day|phong van|kiem tra|bao ve)|thoi gian)\b/,
      entities: ["day", "year"],
    },
    { form: /\b(?:dau moi|nguoi (?:lien he|phu trach|dai dien|ky))\b/, entities: ["person"] },
    {
      form: /\b(?:so (?:luong_?|suat|sinh vien|hoc vien|giang vien|nguoi|don vi|truong|doi)|chi_? tieu|dien tich|quy_? mo)\b/,
      entities: ["number"],
    },
    {
      form: /\b(?:dia diem|noi (?:to chuc|dien ra|dat|hoc|lam viec|o|thuc tap|nop|dang ky))\b/,
      entities: ["place"],
    },
  ],
};
