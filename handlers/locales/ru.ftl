# Всё, что бот говорит по-русски. Ключи и переменные те же, что в en.ftl.

### Приветствие и справка

start =
    Здравствуйте! Я отвечаю на вопросы о профсоюзных активистах, которых преследуют, и об их организациях. Каждый ответ взят из опубликованных источников, ссылки на них — в конце.

    Спросите своими словами, по-русски или по-английски. Например:
start-unknown-link = По этой ссылке ничего не нашлось: возможно, дело переименовали. Посмотрите список дел: /cases
example-1 = За что закрыли КНПРК?
example-2 = Сколько лет дали Кушакбаеву?
example-3 = Где сейчас Харькова?
help =
    Напишите вопрос обычными словами: «{ example-2 }» Можно переспросить: «А когда его освободили?» — десять минут я помню, о ком шла речь.

    /ask — задать вопрос; в группе так: /ask { example-1 }
    /cases — все дела
    /language — язык
    /about — откуда сведения и что я храню

    В группе я отвечаю на /ask, на упоминание и на ответ на моё сообщение. Остальных сообщений не читаю.
about =
    Я ничего не сочиняю: каждую фразу ответа написал человек и сверил с источниками. Если источники расходятся, привожу каждую версию. Если сведений нет, так и говорю.

    Сейчас в базе { NUMBER($cases) ->
        [one] { NUMBER($cases) } дело
        [few] { NUMBER($cases) } дела
       *[many] { NUMBER($cases) } дел
    } и { NUMBER($sources) ->
        [one] { NUMBER($sources) } источник
        [few] { NUMBER($sources) } источника
       *[many] { NUMBER($sources) } источников
    }. Сведения на { $date }.

    Ваши сообщения я не сохраняю. Десять минут помню, о каком деле шла речь, а если переспрашиваю, то и ваш вопрос, пока вы не выберете дело.
unknown-command = Такой команды у меня нет. Что я умею: /help

### Вопрос

ask-usage = Напишите вопрос после команды, например: /ask { example-2 }
ask-usage-mention = Напишите вопрос вместе с упоминанием или после команды, например: /ask { example-2 }
best-reading = Лучше подтверждено:
dispute = ⚠ Источники расходятся: { $topic }
since-then = С тех пор:
since-then-of = { $name }, с тех пор:
nearest-cases = Ближе всего к вопросу:
reason-empty = В сообщении нет вопроса. Спросите, например: «{ example-2 }»
reason-other_language =
    Я понимаю вопросы по-русски и по-английски. Пожалуйста, спросите на одном из этих языков.
    I understand questions in Russian and English.
reason-off_topic = Я отвечаю только о делах независимых профсоюзов. Попробуйте: «{ example-1 }», «{ example-3 }»
reason-nothing_found = Об этом у меня нет сведений с источником. Назовите человека или организацию и спросите о чём-то одном: о приговоре, сроке, освобождении, запрете.
nothing-found-about = По делу «{ $name }» сведений об этом с источником у меня нет. Откройте дело или спросите о другом.
reason-which_case = О ком или о чём вы спрашиваете?
again = Спросите иначе: назовите человека, организацию или событие и один вопрос — кто, когда, где, сколько, почему.
again-case = Спросите иначе или о другом. О деле «{ $name }» спрашивают, например, так:
choice-gone = Этого вопроса я уже не помню. Напишите его ещё раз.

### Что прочитать не получилось

input-empty = В сообщении нет текста. Напишите вопрос словами, например: «{ example-2 }»
input-symbols = Здесь одни значки. Напишите вопрос словами, например: «{ example-2 }»
input-unreadable = В сообщении только невидимые знаки. Напишите вопрос словами, например: «{ example-2 }»
input-right_to_left =
    Я читаю только по-русски и по-английски. Пожалуйста, спросите на одном из этих языков.
    I read only Russian and English.
input-too_long = Это слишком длинно для одного вопроса. Спросите короче, до { NUMBER($limit) } знаков: одно имя и один вопрос.
media-sticker = Стикеры я не понимаю. Напишите вопрос словами, например: «{ example-2 }»
media-voice = Голос и видео я не распознаю. Напишите вопрос текстом, например: «{ example-2 }»
media-file = Фотографий и файлов я не читаю. Напишите вопрос текстом, например: «{ example-2 }»
media-other = Я понимаю только текст. Напишите вопрос словами, например: «{ example-2 }»

### Дела

cases =
    { NUMBER($count) ->
        [one] В базе { NUMBER($count) } дело
        [few] В базе { NUMBER($count) } дела
       *[many] В базе { NUMBER($count) } дел
    }{ NUMBER($pages) ->
        [1] {""}
       *[other] , страница { NUMBER($page) } из { NUMBER($pages) }
    }
case-entry = { $name } — { $state }
case-status = Положение: { $state }, { $since }
case-timeline = Хроника
case-disputes = ⚠ Источники расходятся
case-dispute = • { $topic }: { $why }
case-as-of = Сведения на { $date }. Проверено: { $verified }.
case-gone = Этого дела больше нет в списке. Все дела: /cases
kind-person = Люди
kind-organisation = Организации
kind-event = События
kind-law = Законы
kind-campaign = Кампании
state-charged = под следствием или судом
state-detained = под стражей
state-imprisoned = в заключении
state-restricted = свобода ограничена
state-released = на свободе
state-served = наказание отбыто
state-attacked = было нападение
state-registered = регистрация есть
state-unregistered = регистрации нет
state-suspended = деятельность приостановлена
state-dissolved = организация ликвидирована
state-active = деятельность идёт
state-ongoing = продолжается
state-ended = в прошлом
state-in_force = закон в силе
state-amended = закон изменён
state-unknown = неизвестно

### Источники

sources = Источники
source-line = { $publisher }, { $date }
source-line-foreign = { $publisher }, { $date } ({ $mark })
source-updated = { $date }, обновлено { $updated }
source-details = { $publisher }, { $date }. Язык: { $language }. { $reliability }.
sources-gone = Этих источников больше нет в базе.
language-mark = { $code ->
    [ru] рус.
    [en] англ.
    [kk] каз.
    [fr] фр.
    [de] нем.
    [es] исп.
   *[other] язык: { $name }
}
reliability-high = Очень надёжный источник
reliability-likely = Скорее надёжный источник
reliability-unsure = Надёжность под вопросом
reliability-unlikely = Скорее ненадёжный источник
reliability-unknown = Надёжность неизвестна
date-inferred = { $date } (дата установлена по содержанию)

### Даты

date-day = { $date } года
date-month = { $date } года
date-year = { $date } год
date-unknown = без даты
listed-day = { $date } года
listed-month = { $date } года
listed-year = { $date }
listed-unknown = без даты
since-day = с { $date } года
since-month = с { $date } года
since-year = с { $date } года
since-unknown = с какого времени, неизвестно

### Кнопки

button-case = Дело
button-sources = Источники
button-again = Спросить ещё
button-cases = Все дела
button-back = ‹
button-forward = ›
button-page = { NUMBER($page) } / { NUMBER($pages) }

### Язык

language-choose =
    На каком языке говорить?
    Which language shall I use?
language-ru = Русский
language-en = English
language-chosen = Теперь я говорю по-русски. На вопрос по-английски отвечу по-английски.

### Сбои

fault = У нас что-то сломалось. Ваш вопрос не сохранён. Попробуйте ещё раз через минуту. (код { $reference })
vanished = Это сообщение уже недоступно. Напишите вопрос заново.
button-gone = Эта кнопка больше не действует. Начните заново: /start

### Меню и описание

command-ask = Задать вопрос
command-cases = Все дела
command-language = Язык
command-help = Как спрашивать
command-about = Откуда сведения
description =
    Отвечаю на вопросы о профсоюзных активистах, которых преследуют: кто, когда, за что, где сейчас. По-русски и по-английски, с источником у каждого ответа.

    Нажмите «Начать» и спросите своими словами.
description-short = Вопросы и ответы о преследовании независимых профсоюзов. С источниками, по-русски и по-английски.

### Письма

letter-shut-ended = куратор завершил эту кампанию
letter-shut-expired = срок письма истёк
letter-shut-not-verified = письмо давно не проверяли
letter-shut-not-yet = ещё не время
letter-shut-too-late = время этого требования прошло
letter-shut-overtaken = события опередили требование
letter-shut-unproven = основание больше не подтверждается
