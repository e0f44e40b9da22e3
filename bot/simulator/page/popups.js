// Short notes, alerts and large pictures over one phone.
import { el } from "./dom.js";

const TOAST_MILLISECONDS = 3200;

export class Popups {
  constructor(phone) {
    this.phone = phone;
    this.timer = 0;
  }

  toast(text) {
    this.phone.querySelector(".toast")?.remove();
    const note = el("div", { class: "toast", role: "status" }, text);
    this.phone.append(note);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => note.remove(), TOAST_MILLISECONDS);
  }

  alert(title, text, texts) {
    const ok = el("button", { type: "submit", autofocus: true }, texts.ok);
    const box = el("dialog", { class: "alert", "aria-label": title }, el("h2", {}, title), el("p", {}, text), el("form", { method: "dialog" }, ok));
    this.open(box);
  }

  view(address, alt) {
    const close = el("button", { type: "button", onclick: () => box.close() }, el("img", { src: address, alt }));
    const box = el("dialog", { class: "viewer" }, close);
    this.open(box);
  }

  open(box) {
    box.addEventListener("close", () => box.remove());
    box.addEventListener("click", (event) => event.target === box && box.close());
    this.phone.append(box);
    box.showModal();
  }

  async copy(text, texts) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = el("textarea", {});
      area.value = text;
      this.phone.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    this.toast(texts.copied);
  }
}
