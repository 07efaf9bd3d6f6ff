import { type ErrorText, fill, fillErrorText, type Language, type Values } from "../../index/index.ts";

/** What keeps the bot from running and its owner can mend; a text and a hint each. `{name}` is filled in. */
const START_ERRORS = {
  "token-invalid": {
    en: {
      text: "Discord does not know this DISCORD_TOKEN.",
      hint: "Copy it again (Developer Portal, your application, Bot, Reset Token) and set it without quotes or spaces.",
    },
    vi: {
      text: "Discord không nhận DISCORD_TOKEN này.",
      hint: "Hãy sao chép lại (Developer Portal, ứng dụng của bạn, Bot, Reset Token) và đặt vào, không có dấu nháy hay khoảng trắng.",
    },
  },
  "intents-refused": {
    en: {
      text: "Discord refuses the intents that Accord asks for (close code {code}).",
      hint: "It needs Guilds, Guild Messages and Direct Messages, none of them privileged: check the application's Bot page.",
    },
    vi: {
      text: "Discord từ chối các intent mà Accord cần (mã đóng {code}).",
      hint: "Accord cần Guilds, Guild Messages và Direct Messages, đều không thuộc loại đặc quyền: hãy kiểm tra trang Bot của ứng dụng.",
    },
  },
  unreachable: {
    en: {
      text: "Discord cannot be reached at {address} ({reason}).",
      hint: "Check the network, a proxy, and DISCORD_API_URL if it is set; then start again.",
    },
    vi: {
      text: "Không kết nối được Discord tại {address} ({reason}).",
      hint: "Kiểm tra mạng, proxy và DISCORD_API_URL nếu có đặt; rồi khởi động lại.",
    },
  },
  "guild-unknown": {
    en: {
      text: "The bot is not in the server {guild} that DISCORD_GUILD_ID names.",
      hint: "Invite it there with the scope applications.commands, correct the id, or leave it out.",
    },
    vi: {
      text: "Bot không có trong máy chủ {guild} mà DISCORD_GUILD_ID chỉ định.",
      hint: "Hãy mời bot vào đó với scope applications.commands, sửa lại mã, hoặc bỏ trống.",
    },
  },
  "sessions-used-up": {
    en: {
      text: "Discord lets this bot log in no more until {time}: it has done so too often.",
      hint: "Start it after that time. Something has started it again and again: look at its log and at what supervises it.",
    },
    vi: {
      text: "Discord không cho bot này đăng nhập nữa cho đến {time}: bot đã đăng nhập quá nhiều lần.",
      hint: "Hãy khởi động sau thời điểm đó. Có gì đó đã khởi động lại bot liên tục: hãy xem nhật ký và trình giám sát.",
    },
  },
  disconnected: {
    en: {
      text: "Discord ended the connection for good (close code {code}).",
      hint: "Was the token reset, or the application changed? Look at it in the Developer Portal; then start again.",
    },
    vi: {
      text: "Discord đã ngắt kết nối hẳn (mã đóng {code}).",
      hint: "Token đã bị đặt lại, hay ứng dụng đã thay đổi? Hãy xem trong Developer Portal rồi khởi động lại.",
    },
  },
  "connection-dead": {
    en: {
      text: "The connection to Discord has been dead for {seconds} seconds.",
      hint: "Start again; a supervisor (systemd, Docker's restart policy) does so by itself.",
    },
    vi: {
      text: "Kết nối tới Discord đã mất {seconds} giây.",
      hint: "Hãy khởi động lại; trình giám sát (systemd, Docker) sẽ tự làm việc này.",
    },
  },
  "port-taken": {
    en: {
      text: "ACCORD_HTTP_PORT {port} cannot be listened on ({reason}).",
      hint: "Choose a free port, or leave it out to have no /healthz and /metrics.",
    },
    vi: {
      text: "Không mở được cổng ACCORD_HTTP_PORT {port} ({reason}).",
      hint: "Hãy chọn cổng còn trống, hoặc bỏ trống để không có /healthz và /metrics.",
    },
  },
} as const satisfies Record<string, Record<Language, ErrorText>>;

/** Why the bot cannot run, for whoever runs it. Its `message` is the English text. */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly code: keyof typeof START_ERRORS;
  readonly values: Values;

  constructor(code: keyof typeof START_ERRORS, values: Values = {}, options?: ErrorOptions) {
    super(fill(START_ERRORS[code].en.text, values), options);
    this.code = code;
    this.values = values;
  }
}

/** What is wrong and what to do, in the given language. */
export function describeStartError({ code, values }: StartError, language: Language): ErrorText {
  return fillErrorText(START_ERRORS[code][language], values);
}
