// The words of the page itself; what the bot says comes from the bot.
const TEXTS = {
  en: {
    notice: "Demo: a local simulation of Telegram, no message leaves this computer",
    onePerson: "One person", twoPeople: "Two people", light: "Light", dark: "Dark",
    bot: "bot", group: "group", typing: "typing", sendingFile: "sending a file",
    whatCanItDo: "What can this bot do?", start: "Start", unblock: "Unblock", block: "Block bot", stopped: "blocked",
    message: "Message", send: "Send", attach: "Attach a file", menu: "Menu", commands: "Commands of the bot",
    more: "Show more", less: "Show less", copy: "Copy", copied: "Copied", code: "code", edited: "edited",
    reply: "Reply", cancelReply: "Cancel the reply", spoiler: "Hidden text, press to show",
    photo: "Photo", openPhoto: "Open the photo", file: "File", download: "Download", voice: "Voice message", sticker: "Sticker",
    today: "Today", yesterday: "Yesterday", language: "Language of this person's Telegram", options: "More",
    down: "To the newest message", ok: "OK", cancel: "Cancel", open: "Open", openLink: "Open this link?", messages: "Messages",
    notHere: "This button does nothing in the simulation", lost: "Connection lost, trying again", you: "You",
    results: "Results of the bot", keyboard: "Keyboard of the bot", joined: "joined", leftGroup: "left", stickerButton: "Send a sticker",
    units: ["B", "KB", "MB"], name: ["Anna", "Yerlan"], nothing: "The bot found nothing", chatWith: "Chat of",
  },
  ru: {
    notice: "Демо: Telegram имитируется на этом компьютере, сообщения никуда не уходят",
    onePerson: "Один человек", twoPeople: "Два человека", light: "Светлая", dark: "Тёмная",
    bot: "бот", group: "группа", typing: "печатает", sendingFile: "отправляет файл",
    whatCanItDo: "Что умеет этот бот?", start: "Начать", unblock: "Разблокировать", block: "Заблокировать бота", stopped: "заблокирован",
    message: "Сообщение", send: "Отправить", attach: "Прикрепить файл", menu: "Меню", commands: "Команды бота",
    more: "Показать полностью", less: "Свернуть", copy: "Копировать", copied: "Скопировано", code: "код", edited: "изменено",
    reply: "Ответить", cancelReply: "Отменить ответ", spoiler: "Скрытый текст, нажмите, чтобы показать",
    photo: "Фото", openPhoto: "Открыть фото", file: "Файл", download: "Скачать", voice: "Голосовое сообщение", sticker: "Стикер",
    today: "Сегодня", yesterday: "Вчера", language: "Язык Telegram у этого человека", options: "Ещё",
    down: "К последнему сообщению", ok: "ОК", cancel: "Отмена", open: "Открыть", openLink: "Открыть ссылку?", messages: "Сообщения",
    notHere: "В симуляции эта кнопка ничего не делает", lost: "Нет связи, пробуем ещё раз", you: "Вы",
    results: "Что нашёл бот", keyboard: "Клавиатура бота", joined: "теперь в группе", leftGroup: "больше не в группе", stickerButton: "Отправить стикер",
    units: ["Б", "КБ", "МБ"], name: ["Анна", "Ерлан"], nothing: "Бот ничего не нашёл", chatWith: "Чат:",
  },
};

export const LANGUAGES = Object.keys(TEXTS);

export function textsFor(language) {
  return TEXTS[language] ?? TEXTS.en;
}
