// The lower edge of a phone: field, menu of commands, attachments, reply keyboard, inline results.
import { el, icon } from "./dom.js";
import { summary } from "./bubble.js";

const INLINE_PAUSE_MILLISECONDS = 350;
const LONGEST = 4096;

// `on` holds { say, upload, unblock, start, ask, choose }.
export class Composer {
  constructor(on) {
    this.on = on;
    this.root = el("footer", { class: "dock" });
    this.selected = -1;
    this.replied = null;
    this.drafts = "";
  }

  // Draws everything anew for a state of the chat.
  draw(state, texts) {
    const focused = this.field && document.activeElement === this.field;
    this.drafts = this.field?.value ?? this.drafts;
    this.state = state;
    this.texts = texts;
    this.field = null;
    if (state.bot.blocked) this.root.replaceChildren(this.wide("unblock", this.on.unblock));
    else if (!state.started) this.root.replaceChildren(this.wide("start", this.on.start));
    else this.root.replaceChildren(this.list(), this.replyBar(), this.line(), this.board());
    if (focused) this.field?.focus();
  }

  wide(name, act) {
    return el("button", { class: `wide-action ${name}`, type: "button", onclick: () => act() }, this.texts[name]);
  }

  line() {
    const { texts, state } = this;
    const menu = el("button", { class: "menu", type: "button", "aria-expanded": "false", onclick: () => this.toggleMenu() }, icon("menu"), texts.menu);
    menu.hidden = !state.commands.length;
    const picker = el("input", { type: "file", hidden: true, onchange: () => this.pick(picker) });
    const clip = el("button", { class: "round", type: "button", "aria-label": texts.attach, title: texts.attach, onclick: () => picker.click() }, icon("clip"));
    this.field = el("textarea", { rows: 1, maxlength: LONGEST, placeholder: texts.message, "aria-label": texts.message, enterkeyhint: "send", autocomplete: "off" });
    this.field.value = this.drafts;
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.button = el("button", { class: "round send", type: "button", "aria-label": texts.send, title: texts.send, onclick: () => this.send() }, icon("send"));
    this.button.disabled = !this.drafts.trim();
    return el("div", { class: "compose" }, menu, this.field, picker, clip, this.button);
  }

  list() {
    this.options = el("div", { class: "list", role: "listbox", hidden: true });
    return this.options;
  }

  replyBar() {
    const { texts } = this;
    this.bar = el("div", { class: "reply-bar", hidden: true });
    if (this.replied) this.fillReply();
    else this.bar.replaceChildren(el("span", {}, texts.reply));
    return this.bar;
  }

  reply(view) {
    this.replied = view;
    if (!this.bar) return;
    this.fillReply();
    this.field?.focus();
  }

  fillReply() {
    const { message } = this.replied;
    const close = el("button", { class: "round", type: "button", "aria-label": this.texts.cancelReply, onclick: () => this.endReply() }, icon("close"));
    this.bar.replaceChildren(el("div", {}, el("b", {}, message.from?.first_name ?? ""), el("span", {}, summary(message, this.texts))), close);
    this.bar.hidden = false;
  }

  endReply() {
    this.replied = null;
    if (this.bar) this.bar.hidden = true;
  }

  board() {
    const rows = this.state.reply_keyboard?.keyboard;
    const board = el("div", { class: "board", role: "group", "aria-label": this.texts.keyboard });
    board.hidden = !rows;
    for (const row of rows ?? []) {
      board.append(el("div", { class: "board-row" }, ...row.map((key) => el("button", { type: "button", onclick: () => this.pressBoard(key.text) }, key.text))));
    }
    return board;
  }

  pressBoard(text) {
    if (this.state.reply_keyboard.one_time_keyboard) this.root.querySelector(".board").hidden = true;
    this.on.say(text);
  }

  insert(text) {
    if (!this.field) return;
    this.field.value = text;
    this.field.focus();
    this.typed();
  }

  typed() {
    const text = this.field.value;
    this.button.disabled = !text.trim();
    const { bot, commands } = this.state;
    const inline = text.match(new RegExp(`^@${bot.username}\\s(.*)$`, "is"));
    clearTimeout(this.asking);
    if (inline && bot.inline) this.asking = setTimeout(() => this.on.ask(inline[1]), INLINE_PAUSE_MILLISECONDS);
    else if (/^\/\w*$/.test(text)) this.show(commands.filter((one) => `/${one.command}`.startsWith(text.toLowerCase())).map((one) => this.commandOption(one)), this.texts.commands);
    else this.hide();
  }

  toggleMenu() {
    if (!this.options.hidden) this.hide();
    else this.show(this.state.commands.map((one) => this.commandOption(one)), this.texts.commands);
  }

  showResults(results) {
    const chosen = (one) => {
      this.clear();
      this.on.choose(one.id);
    };
    const nodes = results.map((one) => el("button", { class: "option two", role: "option", type: "button", onclick: () => chosen(one) }, el("b", {}, one.title), el("span", {}, one.description)));
    this.show(nodes.length ? nodes : [el("div", { class: "option", role: "option" }, this.texts.nothing)], this.texts.results);
  }

  commandOption(one) {
    const choose = () => {
      this.clear();
      this.on.say(`/${one.command}`);
    };
    return el("button", { class: "option", role: "option", type: "button", onclick: choose }, el("b", {}, `/${one.command}`), el("span", {}, one.description));
  }

  show(nodes, label) {
    this.selected = -1;
    this.options.setAttribute("aria-label", label);
    this.options.replaceChildren(...nodes);
    this.options.hidden = !nodes.length;
    this.root.querySelector(".menu")?.setAttribute("aria-expanded", String(!this.options.hidden));
  }

  hide() {
    this.show([], "");
  }

  key(event) {
    const open = !this.options.hidden;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (open && this.selected >= 0) this.options.children[this.selected].click();
      else this.send();
    } else if (event.key === "Escape") {
      if (open) this.hide();
      else this.endReply();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.select(this.selected + (event.key === "ArrowDown" ? 1 : -1));
    }
  }

  select(index) {
    const nodes = [...this.options.children];
    this.selected = (index + nodes.length) % nodes.length;
    nodes.forEach((node, place) => node.setAttribute("aria-selected", String(place === this.selected)));
    nodes[this.selected].scrollIntoView({ block: "nearest" });
  }

  send() {
    const text = this.field.value.trim();
    if (!text) return;
    const replied = this.replied?.message.message_id;
    this.clear();
    this.on.say(text, replied);
  }

  clear() {
    this.field.value = "";
    this.drafts = "";
    this.button.disabled = true;
    this.endReply();
    this.hide();
    this.field.focus();
  }

  pick(picker) {
    const [file] = picker.files;
    if (file) this.on.upload(file, this.field.value.trim());
    picker.value = "";
    this.clear();
  }
}
