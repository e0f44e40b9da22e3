// One message as a bubble with its buttons.
import { checks, el, icon } from "./dom.js";
import { words } from "./words.js";

// `view` is { message, by_bot, edited }; `on` holds what presses do.
export function bubble(view, me, texts, language, on) {
  const { message } = view;
  const out = message.from?.id === me.id;
  const service = serviceText(message, texts);
  if (service) return el("div", { class: "day service", "data-message": message.message_id }, service);
  const parts = [sender(message, out), answered(message, texts, on), ...contents(message, texts, language, on)];
  const content = parts.filter(Boolean);
  const meta = metaLine(view, out, texts, language);
  // Inside the words, so that the time stands at the end of the last line where there is room.
  if (content.at(-1).classList.contains("words")) content.at(-1).append(meta);
  else content.push(meta);
  const kind = message.sticker ? "bare" : message.photo && !message.caption ? "only-photo" : "";
  const hint = el("button", { class: "round reply-hint", type: "button", "aria-label": texts.reply, onclick: () => on.reply(view) }, icon("reply"));
  const rows = message.reply_markup?.inline_keyboard;
  const group = el("div", { class: `group${rows ? " keyed" : ""}` }, el("div", { class: `bubble ${kind}` }, ...content), hint);
  if (rows) group.append(keyboard(rows, message, on));
  group.firstChild.addEventListener("dblclick", () => on.reply(view));
  return el("article", { class: `row ${out ? "out" : "in"}`, "data-message": message.message_id, "data-from": message.from?.id }, group);
}

export function summary(message, texts) {
  const file = message.photo ? texts.photo : message.document?.file_name ?? (message.voice ? texts.voice : message.sticker?.emoji);
  return shownText(message) || message.caption || file || "";
}

// As in Telegram, the payload of a deep link is sent but not shown.
function shownText(message) {
  return message.text?.replace(/^\/start [\w-]{1,64}$/, "/start");
}

function sender(message, out) {
  const group = message.chat.type !== "private";
  if (message.via_bot) return el("div", { class: "sender" }, `via @${message.via_bot.username}`);
  return group && !out ? el("div", { class: "sender" }, message.from.first_name) : null;
}

function answered(message, texts, on) {
  const original = message.reply_to_message;
  if (!original) return null;
  const jump = () => on.jump(original.message_id);
  return el("button", { class: "answered", type: "button", onclick: jump }, el("b", {}, original.from?.first_name ?? ""), el("span", {}, summary(original, texts)));
}

function contents(message, texts, language, on) {
  const nodes = [];
  if (message.photo) nodes.push(photo(message, texts, on));
  if (message.document) nodes.push(file(message.document, texts, language));
  if (message.sticker) nodes.push(el("div", { class: "sticker", role: "img", "aria-label": texts.sticker }, message.sticker.emoji ?? "🙂"));
  if (message.voice) nodes.push(voice(message.voice, texts));
  const text = shownText(message) ?? message.caption;
  if (text) nodes.push(words(text, message.entities ?? message.caption_entities, texts, on));
  return nodes.length ? nodes : [words(" ", [], texts, on)];
}

function photo(message, texts, on) {
  const size = message.photo.at(-1);
  const address = `/sim/files/${size.file_id}`;
  const image = el("img", { src: address, alt: message.caption ?? texts.photo, width: size.width, height: size.height });
  const button = el("button", { class: `photo${message.has_media_spoiler ? " veiled" : ""}`, type: "button", "aria-label": texts.openPhoto }, image);
  button.addEventListener("click", () => {
    if (button.classList.contains("veiled")) button.classList.remove("veiled");
    else on.view(address, image.alt);
  });
  return button;
}

function file(item, texts, language) {
  const name = item.file_name ?? texts.file;
  const kind = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  const about = el("span", {}, el("span", { class: "file-name" }, name), el("span", { class: "file-size" }, `${sizeText(item.file_size, texts, language)} · ${texts.download}`));
  return el("a", { class: "file", href: `/sim/files/${item.file_id}`, download: name, "aria-label": `${texts.download}: ${name}` }, el("span", { class: "file-icon", "aria-hidden": "true" }, kind || "↓"), about);
}

function voice(item, texts) {
  const time = `0:${String(item.duration).padStart(2, "0")}`;
  return el("div", { class: "voice", role: "img", "aria-label": `${texts.voice}, ${time}` }, el("span", { class: "bars" }, "▁▃▅▂▆▃▁▄▇▃▂▅▁▃"), time);
}

function sizeText(bytes = 0, texts, language) {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: power && bytes / 1024 ** power < 10 ? 1 : 0 });
  return `${number.format(bytes / 1024 ** power)} ${texts.units[power]}`;
}

function metaLine(view, out, texts, language) {
  const date = new Date(view.message.date * 1000);
  const time = date.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });
  return el("span", { class: "meta" }, view.edited ? `${texts.edited} ` : "", el("time", { datetime: date.toISOString() }, time), out ? checks() : null);
}

function keyboard(rows, message, on) {
  return el("div", { class: "keys" }, ...rows.map((row) => el("div", { class: "keys-row" }, ...row.map((button) => key(button, message, on)))));
}

function key(button, message, on) {
  const look = `key${button.style ? ` ${button.style}` : ""}`;
  if (button.url && /^https?:/i.test(button.url)) {
    const follow = (event) => {
      if (on.deepLink(button.url)) event.preventDefault();
    };
    return el("a", { class: look, href: button.url, title: button.url, target: "_blank", rel: "noopener noreferrer", onclick: follow }, button.text, icon("link"));
  }
  const corner = button.copy_text ? icon("copy") : switched(button) === undefined ? null : icon("share");
  const node = el("button", { class: look, type: "button" }, button.text, corner);
  node.addEventListener("click", () => press(button, message, node, on));
  return node;
}

function press(button, message, node, on) {
  if (button.callback_data !== undefined) on.press(message, button.callback_data, node);
  else if (button.copy_text) on.copy(button.copy_text.text);
  else if (switched(button) !== undefined) on.switchInline(switched(button));
  else on.nothing();
}

function switched(button) {
  return button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
}

function serviceText(message, texts) {
  if (message.new_chat_members) return `${message.new_chat_members.map((one) => one.first_name).join(", ")} ${texts.joined}`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} ${texts.leftGroup}`;
  return null;
}
