// A text and its entities as nodes. Offsets are UTF-16 units, as are the indices of JavaScript strings.
import { el } from "./dom.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

// `on` holds what a press does: { command, copy, deepLink }.
export function words(text, entities, texts, on) {
  const sorted = [...(entities ?? [])].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return el("div", { class: "words", dir: "auto" }, ...pieces(text, 0, text.length, sorted, texts, on));
}

function pieces(text, start, end, entities, texts, on) {
  const nodes = [];
  const left = [...entities];
  let position = start;
  while (left.length) {
    const entity = left.shift();
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > position) nodes.push(text.slice(position, from));
    const inside = [];
    while (left.length && left[0].offset < to) inside.push(left.shift());
    // An entity that goes on behind this one is continued there.
    const rest = inside.filter((one) => one.offset + one.length > to);
    left.unshift(...rest.map((one) => ({ ...one, offset: to, length: one.offset + one.length - to })));
    nodes.push(node(entity, text.slice(from, to), pieces(text, from, to, inside, texts, on), texts, on));
    position = to;
    // A quotation is a block of its own: the line break after it is already there.
    if (isBlock(entity) && text[position] === "\n" && position < end) position += 1;
  }
  if (position < end) nodes.push(text.slice(position, end));
  return nodes;
}

function isBlock(entity) {
  return entity.type.endsWith("blockquote") || entity.type === "pre";
}

function node(entity, covered, inside, texts, on) {
  switch (entity.type) {
    case "blockquote":
      return el("blockquote", {}, ...inside);
    case "expandable_blockquote":
      return foldable(inside, texts);
    case "pre":
      return codeBlock(covered, entity.language, texts, on);
    case "code":
      return el("code", { class: "copy", title: texts.copy, onclick: () => on.copy(covered) }, covered);
    case "spoiler":
      return spoiler(inside, texts);
    case "text_link":
      return link(entity.url, inside, on);
    case "url":
      return link(/^[a-z]+:\/\//i.test(covered) ? covered : `https://${covered}`, inside, on);
    case "email":
      return el("a", { href: `mailto:${covered}` }, ...inside);
    case "bot_command":
      return el("button", { class: "command", type: "button", onclick: () => on.command(covered) }, covered);
    case "mention": case "hashtag": case "text_mention": case "cashtag":
      return el("span", { class: "tag" }, ...inside);
    default:
      return el(PLAIN[entity.type] ?? "span", {}, ...inside);
  }
}

function link(url, inside, on) {
  if (!/^(https?|mailto|tel):/i.test(url)) return el("span", { class: "tag", title: url }, ...inside);
  const follow = (event) => {
    if (on.deepLink(url)) event.preventDefault();
  };
  return el("a", { href: url, title: url, target: "_blank", rel: "noopener noreferrer", onclick: follow }, ...inside);
}

function foldable(inside, texts) {
  const fold = el("div", { class: "fold" }, ...inside);
  const more = el("button", { class: "more", type: "button", "aria-expanded": "false" }, texts.more);
  const quote = el("blockquote", { class: "folded" }, fold, more);
  more.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!folded));
    more.textContent = folded ? texts.more : texts.less;
  });
  return quote;
}

// Quotations short enough to be seen whole need no button; only a laid out page knows which.
export function hideNeedlessFolds(root) {
  for (const quote of root.querySelectorAll("blockquote.folded")) {
    const fold = quote.querySelector(".fold");
    quote.querySelector(".more").hidden = fold.scrollHeight <= fold.clientHeight + 2;
  }
}

function codeBlock(code, language, texts, on) {
  const copy = el("button", { type: "button", onclick: () => on.copy(code) }, texts.copy);
  const head = el("div", { class: "block-head" }, el("span", {}, language || texts.code), copy);
  return el("div", { class: "block" }, head, el("pre", { tabindex: 0 }, el("code", {}, code)));
}

function spoiler(inside, texts) {
  const hidden = el("span", { class: "hidden-words" }, ...inside);
  const veil = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": texts.spoiler }, hidden);
  const open = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (veil.classList.contains("open")) return;
    event.preventDefault();
    veil.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) veil.removeAttribute(name);
  };
  veil.addEventListener("click", open);
  veil.addEventListener("keydown", open);
  return veil;
}
