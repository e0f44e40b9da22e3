// The page: one phone or two side by side, light or dark.
import { el, icon } from "./dom.js";
import { Phone } from "./phone.js";
import { LANGUAGES, textsFor } from "./texts.js";

const FIRST_USER = 1001;
const PAYLOAD = /^[\w-]{1,64}$/;

const address = new URL(location.href);
const stored = (name) => localStorage.getItem(name);
let people = address.searchParams.get("people") === "2" ? 2 : 1;
let phones = [];

function languageOf(place) {
  const asked = address.searchParams.get("lang");
  const browser = navigator.language.slice(0, 2);
  return [asked, stored(`language-${place}`), browser].find((code) => LANGUAGES.includes(code)) ?? "en";
}

function theme() {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return stored("theme") ?? system;
}

function drawNotice() {
  const language = languageOf(0);
  const texts = textsFor(language);
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme();
  document.getElementById("notice").textContent = texts.notice;
  label("theme", theme() === "dark" ? "sun" : "moon", theme() === "dark" ? texts.light : texts.dark);
  const toggle = document.getElementById("people");
  label("people", "people", people === 2 ? texts.onePerson : texts.twoPeople);
  toggle.setAttribute("aria-pressed", String(people === 2));
}

function label(id, image, text) {
  const button = document.getElementById(id);
  button.replaceChildren(icon(image), el("span", {}, text));
  button.setAttribute("aria-label", text);
  button.title = text;
}

async function openPhones() {
  const chat = Number(address.searchParams.get("chat")) || undefined;
  while (phones.length > people) phones.pop().close();
  while (phones.length < people) {
    const place = phones.length;
    const phone = new Phone(FIRST_USER + place, place, languageOf(place), chat);
    phones.push(phone);
    document.getElementById("phones").append(phone.root);
    await phone.open();
  }
  document.title = phones[0].state.bot.name;
}

// A deep link is followed once: a reload shows the chat and sends nothing.
async function followDeepLink() {
  const payload = address.searchParams.get("start");
  if (payload === null) return;
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
  if (PAYLOAD.test(payload)) await phones[0].say(`/start ${payload}`);
}

document.getElementById("theme").addEventListener("click", () => {
  localStorage.setItem("theme", theme() === "dark" ? "light" : "dark");
  drawNotice();
});

document.getElementById("people").addEventListener("click", async () => {
  people = people === 2 ? 1 : 2;
  if (people === 2) address.searchParams.set("people", "2");
  else address.searchParams.delete("people");
  history.replaceState(null, "", address);
  drawNotice();
  await openPhones();
});

document.addEventListener("language", () => {
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
  drawNotice();
});

drawNotice();
await openPhones();
await followDeepLink();
