// One person's Telegram: the chat with the bot, live.
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, icon, initials } from "./dom.js";
import { Popups } from "./popups.js";
import { Server } from "./server.js";
import { LANGUAGES, textsFor } from "./texts.js";
import { hideNeedlessFolds } from "./words.js";

const TYPING_MILLISECONDS = 5000;
const SPINNER_MILLISECONDS = 15000;
const RELOAD_MILLISECONDS = 120;
const NEAR_END_PIXELS = 120;
const LANGUAGE_NAMES = { en: "EN", ru: "RU" };

export class Phone {
  constructor(user, place, language, chat) {
    this.server = new Server(user);
    this.place = place;
    this.language = language;
    this.chat = chat;
    this.waiting = new Map();
    this.root = el("section", { class: "phone" });
    this.popups = new Popups(this.root);
    this.composer = new Composer({
      say: (text, reply) => this.say(text, reply),
      start: () => this.say("/start"),
      unblock: () => this.act("unblock"),
      upload: (file, caption) => this.try(this.server.upload(file, this.chat, caption)),
      ask: (query) => this.act("inline", { query }),
      choose: (result) => this.act("choose", { query_id: this.inlineQuery, result_id: result }),
    });
  }

  get texts() {
    return textsFor(this.language);
  }

  async open() {
    await this.reload();
    this.source?.close();
    this.source = this.server.listen(this.state.event, (event) => this.happened(event), () => this.popups.toast(this.texts.lost), () => this.open());
  }

  close() {
    this.source?.close();
    this.root.remove();
  }

  async reload() {
    await this.server.introduce(this.texts.name[this.place] ?? this.texts.name[0], this.language);
    this.state = await this.server.state(this.chat);
    this.views = new Map(this.state.messages.map((view) => [view.message.message_id, view]));
    this.draw();
  }

  // A bot that starts sets its names and commands one after the other.
  reloadSoon() {
    clearTimeout(this.reloading);
    this.reloading = setTimeout(() => this.reload(), RELOAD_MILLISECONDS);
  }

  async say(text, replyTo) {
    await this.act("text", { text, reply_to: replyTo });
    this.scrollDown();
  }

  act(name, body = {}) {
    return this.try(this.server.act(name, { chat: this.chat, ...body }));
  }

  async try(promise) {
    try {
      return await promise;
    } catch (error) {
      this.popups.toast(error.message);
      return null;
    }
  }

  happened(event) {
    const own = event.chat_id === this.state.chat.id;
    if (event.kind === "profile" || event.kind === "bot_status") return this.reloadSoon();
    if (!own && event.kind !== "inline_results") return undefined;
    const acts = {
      message: () => this.arrived(event.data),
      edited: () => this.changed(event.data),
      deleted: () => this.removed(event.data.message_id),
      action: () => this.busy(event.data.action),
      answer: () => this.answered(event.data),
      inline_results: () => this.offered(event.data),
      reply_keyboard: () => this.keyboard(event.data),
    };
    return acts[event.kind]?.();
  }

  draw() {
    const { texts, state } = this;
    this.root.lang = this.language;
    this.root.setAttribute("aria-label", `${texts.chatWith} ${state.me.first_name}`);
    this.inner = el("div", { class: "log-inner", role: "log", "aria-live": "polite", "aria-label": texts.messages });
    this.log = el("div", { class: "log", tabindex: 0, "aria-label": texts.messages }, this.inner);
    this.downButton = el("button", { class: "round down", type: "button", hidden: true, "aria-label": texts.down, onclick: () => this.scrollDown("smooth") }, icon("down"));
    this.log.addEventListener("scroll", () => { this.downButton.hidden = this.nearEnd(); });
    this.root.replaceChildren(this.top(), el("div", { class: "wall" }, this.log, this.downButton), this.composer.root);
    this.composer.draw(state, texts);
    this.drawMessages();
    this.scrollDown();
  }

  top() {
    const { texts, state } = this;
    const name = state.chat.title ?? state.bot.name;
    this.status = el("p", {}, this.statusText());
    const language = el("select", { class: "language", "aria-label": texts.language, title: texts.language }, ...LANGUAGES.map((code) => el("option", { value: code, selected: code === this.language }, LANGUAGE_NAMES[code])));
    language.addEventListener("change", () => this.speak(language.value));
    const options = el("button", { class: "round", type: "button", "aria-label": texts.options, "aria-haspopup": "true", onclick: () => this.toggleSheet() }, icon("dots"));
    return el("header", { class: "top" }, el("div", { class: "avatar", "aria-hidden": "true" }, initials(name)), el("div", { class: "who" }, el("h1", {}, name), this.status), language, options);
  }

  statusText() {
    const { texts, state } = this;
    const kind = state.chat.type === "private" ? texts.bot : texts.group;
    return `${state.bot.blocked ? texts.stopped : kind} · ${state.me.first_name}`;
  }

  toggleSheet() {
    const old = this.root.querySelector(".sheet");
    if (old) return old.remove();
    const { texts, state } = this;
    const blocked = state.bot.blocked;
    const act = el("button", { class: blocked ? "" : "danger", type: "button", onclick: () => this.act(blocked ? "unblock" : "block") }, blocked ? texts.unblock : texts.block);
    act.disabled = !state.started;
    const sheet = el("div", { class: "sheet", role: "menu" }, act);
    this.root.append(sheet);
    act.focus();
    sheet.addEventListener("keydown", (event) => event.key === "Escape" && sheet.remove());
    return setTimeout(() => document.addEventListener("click", () => sheet.remove(), { once: true }));
  }

  async speak(language) {
    this.language = language;
    localStorage.setItem(`language-${this.place}`, language);
    document.dispatchEvent(new CustomEvent("language", { detail: { place: this.place, language } }));
    await this.reload();
  }

  drawMessages() {
    const views = [...this.views.values()].sort((one, other) => one.message.message_id - other.message.message_id);
    this.inner.replaceChildren();
    if (!views.length) this.inner.append(this.welcome());
    for (const view of views) this.append(view);
    hideNeedlessFolds(this.inner);
  }

  welcome() {
    const { texts, state } = this;
    const name = state.bot.name;
    const avatar = el("div", { class: "avatar large", "aria-hidden": "true" }, initials(name));
    return el("div", { class: "welcome" }, avatar, el("h2", {}, state.bot.description ? texts.whatCanItDo : name), el("p", {}, state.bot.description || `@${state.bot.username}`));
  }

  append(view) {
    const day = new Date(view.message.date * 1000).toDateString();
    const last = this.inner.lastElementChild;
    if (this.lastDay !== day || !last || last.classList.contains("welcome")) {
      last?.classList.contains("welcome") && last.remove();
      this.inner.append(el("div", { class: "day" }, this.dayText(view.message.date)));
    }
    this.lastDay = day;
    const node = this.row(view);
    const previous = this.inner.lastElementChild;
    if (previous?.dataset.from && previous.dataset.from === node.dataset.from) {
      previous.classList.remove("last");
      node.classList.add("next");
    }
    if (node.dataset.from) node.classList.add("last");
    this.inner.append(node);
    return node;
  }

  row(view) {
    return bubble(view, this.state.me, this.texts, this.language, {
      command: (text) => this.say(text),
      copy: (text) => this.popups.copy(text, this.texts),
      deepLink: (url) => this.deepLink(url),
      reply: (one) => this.composer.reply(one),
      jump: (number) => this.inner.querySelector(`[data-message="${number}"]`)?.scrollIntoView({ behavior: "smooth", block: "center" }),
      view: (address, alt) => this.popups.view(address, alt),
      press: (message, data, node) => this.press(message, data, node),
      switchInline: (query) => this.composer.insert(`@${this.state.bot.username} ${query}`),
      nothing: () => this.popups.toast(this.texts.notHere),
    });
  }

  dayText(seconds) {
    const date = new Date(seconds * 1000);
    const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86400000);
    if (days === 0) return this.texts.today;
    return days === 1 ? this.texts.yesterday : date.toLocaleDateString(this.language, { day: "numeric", month: "long" });
  }

  arrived(view) {
    if (this.views.has(view.message.message_id)) return;
    const stay = this.nearEnd();
    const first = !this.state.started;
    this.views.set(view.message.message_id, view);
    this.append(view).classList.add("fresh");
    hideNeedlessFolds(this.inner);
    if (first) {
      this.state.started = true;
      this.composer.draw(this.state, this.texts);
    }
    if (view.by_bot) this.idle();
    if (stay) this.scrollDown();
  }

  changed(view) {
    const old = this.inner.querySelector(`[data-message="${view.message.message_id}"]`);
    this.views.set(view.message.message_id, view);
    const stay = this.nearEnd();
    const node = this.row(view);
    for (const name of ["last", "next"]) if (old?.classList.contains(name)) node.classList.add(name);
    old?.replaceWith(node);
    hideNeedlessFolds(this.inner);
    this.idle();
    if (stay) this.scrollDown();
  }

  removed(number) {
    this.views.delete(number);
    this.drawMessages();
  }

  busy(action) {
    this.status.textContent = action === "typing" ? this.texts.typing : this.texts.sendingFile;
    this.status.classList.add("busy");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.idle(), TYPING_MILLISECONDS);
  }

  idle() {
    this.status.textContent = this.statusText();
    this.status.classList.remove("busy");
  }

  async press(message, data, node) {
    node.classList.add("waiting");
    const stop = () => node.classList.remove("waiting");
    setTimeout(stop, SPINNER_MILLISECONDS);
    const opened = await this.act("press", { message: message.message_id, data });
    if (!opened) return stop();
    const early = this.waiting.get(opened.query_id);
    if (early) return this.finish(early, stop);
    return this.waiting.set(opened.query_id, stop);
  }

  // The answer may come before the reply to the press itself has been read.
  answered(data) {
    const stop = this.waiting.get(data.query_id);
    if (stop) this.finish(data, stop);
    else this.waiting.set(data.query_id, data);
  }

  finish(data, stop) {
    stop();
    this.waiting.delete(data.query_id);
    if (data.url) this.deepLink(data.url);
    else if (data.show_alert) this.popups.alert(this.state.bot.name, data.text, this.texts);
    else if (data.text) this.popups.toast(data.text);
  }

  offered(data) {
    this.inlineQuery = data.query_id;
    this.composer.showResults(data.results);
  }

  keyboard(markup) {
    this.state.reply_keyboard = markup;
    this.composer.draw(this.state, this.texts);
    if (markup.force_reply) {
      const last = [...this.views.values()].filter((view) => view.by_bot).at(-1);
      if (last) this.composer.reply(last);
    }
  }

  // Links to the bot itself open here, with their payload.
  deepLink(url) {
    const name = this.state.bot.username;
    const match = url.match(new RegExp(`^(?:https?://)?t\\.me/${name}\\?start=([\\w-]{1,64})$`, "i")) ?? url.match(new RegExp(`^tg://resolve\\?domain=${name}&start=([\\w-]{1,64})$`, "i"));
    if (match) this.say(`/start ${match[1]}`);
    return Boolean(match);
  }

  nearEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END_PIXELS;
  }

  scrollDown(behavior = "instant") {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
  }
}
