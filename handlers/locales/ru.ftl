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
    Напишите вопрос обычными словами: «{ example-2 }» Можно спросить вдогонку: «А когда его освободили?» — десять минут я помню, о ком шла речь.

    /ask — задать вопрос; в группе так: /ask { example-1 }
    /cases — все дела
    /letters — письма, которые можно отправить сегодня
    /following — на что подписан этот чат
    /language — язык
    /privacy — что хранится о вас
    /about — откуда сведения и что я храню

    В группе я откликаюсь на /ask, упоминания и ответы на мои сообщения. Остальных сообщений не читаю.
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

    Ваши сообщения я не сохраняю. Десять минут помню, о каком деле шла речь, а если переспрашиваю, то и ваш вопрос, пока вы не выберете дело. Письмо, которое вы пишете, хранится зашифрованным, пока не закончено, и не дольше суток; потом остаётся только общее число писем.
unknown-command = Такой команды у меня нет. Что я умею: /help

### Вопрос

ask-usage = Напишите вопрос после команды, например: /ask { example-2 }
ask-usage-mention = Напишите вопрос вместе с упоминанием или после команды, например: /ask { example-2 }
best-reading = Лучше всего подтверждено:
dispute = ⚠ Источники расходятся. { $topic }
since-then = С тех пор:
since-then-of = { $name } — что было потом:
nearest-questions = Возможно, вы хотели спросить:
nearest-cases = Ближе всего к вопросу:
reason-empty = В сообщении нет вопроса. Спросите, например: «{ example-2 }»
reason-other_language =
    Я понимаю вопросы по-русски и по-английски. Пожалуйста, спросите на одном из этих языков.
    I understand questions in Russian and English.
reason-nothing_asked = Если появится ещё вопрос — спрашивайте.
reason-off_topic = Я отвечаю только на вопросы о делах независимых профсоюзов. Попробуйте: «{ example-1 }», «{ example-3 }»
reason-nothing_found = Об этом у меня нет сведений, подтверждённых источниками. Назовите человека или организацию и спросите о чём-то одном: о приговоре, сроке, освобождении, запрете.
nothing-found-about = { $name }: об этом у меня нет сведений, подтверждённых источниками. Откройте дело или спросите о другом.
reason-which_case = О ком или о чём вы спрашиваете?
again = Спросите иначе. Назовите человека, организацию или событие и задайте один вопрос: кто, когда, где, сколько, почему.
again-case = Спросите иначе или о другом. Об этом деле ({ $name }) спрашивают, например, так:
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
case-status = Положение { $since }: { $state }
case-timeline = Хроника
case-disputes = ⚠ Источники расходятся
case-dispute = • { $topic }. { $why }
case-as-of = Сведения на { $date }. Проверено: { $verified }.
case-gone = Этого дела больше нет в списке. Все дела: /cases
kind-person = Люди
kind-organisation = Организации
kind-event = События
kind-law = Законы
kind-campaign = Кампании
state-pending = решения пока нет
state-charged = под следствием или под судом
state-detained = под стражей
state-imprisoned = в заключении
state-restricted = свобода ограничена
state-released = на свободе
state-served = наказание отбыто
state-acquitted = суд вынес оправдательный приговор
state-dismissed = лишение работы
state-exiled = за пределами страны: высылка или эмиграция
state-missing = местонахождение неизвестно
state-attacked = было нападение
state-killed = убийство
state-registered = регистрация есть
state-unregistered = регистрации нет
state-suspended = деятельность приостановлена
state-dissolved = организация ликвидирована
state-active = действует
state-ongoing = продолжается
state-ended = в прошлом
state-in_force = закон в силе
state-amended = закон изменён
state-unknown = новых сведений нет

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
since-unknown = (с какого времени, неизвестно)

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

fault = У нас что-то сломалось. Ваш вопрос не сохранён. Попробуйте ещё раз через минуту (код ошибки: { $reference }).
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

letters =
    { NUMBER($count) ->
        [one] Сегодня, { $date }, можно отправить { NUMBER($count) } письмо
        [few] Сегодня, { $date }, можно отправить { NUMBER($count) } письма
       *[other] Сегодня, { $date }, можно отправить { NUMBER($count) } писем
    }
letters-none = Писем, которые можно отправить сегодня, здесь нет.
letter-asks = О чём просит письмо:
letter-evidence = На чём основано:
letter-until = Отправить можно по { $date } включительно.
letter-choose-addressee = Кому его направить?
letter-ask-language = На каком языке писать? Адресату удобнее { $preferred }.
letter-language-ru = русский
letter-language-en = английский
letter-ask-name = Имя, которым подписать письмо (до { NUMBER($limit) } знаков). Можно и без имени.
letter-ask-place = Ваш город и страна (до { NUMBER($limit) } знаков).
letter-ask-organisation = Ваш профсоюз или организация (до { NUMBER($limit) } знаков).
letter-ask-own = Несколько фраз от себя: почему это вас касается (до { NUMBER($limit) } знаков). Личные слова прибавляют письму веса.
letter-too-long = Получилось слишком длинно. Знаков: { NUMBER($length) }, а помещается { NUMBER($limit) }. Напишите, пожалуйста, короче.
letter-only-text = Напишите это, пожалуйста, текстом или пропустите.
letter-check = Всё верно? Любую часть ещё можно изменить.
letter-done = Письмо готово
letter-send-to = Отправьте его со своей почты. Кому: { $office }. Адрес: { $address }
letter-no-address = Опубликованного адреса у меня нет: прежде чем отправлять письмо, найдите адрес на официальном сайте адресата.
letter-unverified = ⚠ Адрес опубликован в { $date } году, и с тех пор его никто не проверял. Сверьте его с официальным сайтом, прежде чем отправлять.
letter-verified = Адрес проверен: { $date }.
letter-erased = Файл EML открывается в почтовой программе как черновик. Всё, что вы написали, здесь стёрто.
letter-cancelled = Письмо отменено, всё написанное стёрто. Все письма: /letters
letter-gone = Это письмо больше нельзя отправить, или оно изменилось. Что открыто сегодня: /letters
letter-step-gone = Этот вопрос больше не актуален; если письмо ещё не закончено, текущий вопрос — ниже. Все письма: /letters
letter-shut = ✕ Письмо «{ $title }» отправить нельзя: { $reason }.
letter-since = Что произошло с тех пор: { $status }
letter-instead = Вместо него можно отправить другое письмо: /letters
inline-letter = Письмо, которое можно отправить сегодня
button-write = Написать письмо
button-letters = Все письма
button-private = Написать в личном чате
button-open = Открыть в боте
button-skip = Пропустить
button-anonymous = Без имени
button-step-back = ‹ Назад
button-cancel = Отменить
button-confirm = ✓ Всё верно, получить письмо
button-edit-to = Адресат
button-edit-language = Язык
button-edit-name = Имя
button-edit-place = Город
button-edit-organisation = Организация
button-edit-own = Свои слова
button-copy-subject = Скопировать тему
button-copy-address = Скопировать адрес
command-letters = Письма, которые можно отправить сегодня

letter-shut-ended = куратор закрыл это письмо
letter-shut-expired = срок письма истёк
letter-shut-not-verified = письмо давно не проверяли
letter-shut-not-yet = ещё не время
letter-shut-too-late = время этого требования прошло
letter-shut-overtaken = требование утратило смысл после новых событий
letter-shut-unproven = основание больше не подтверждается

### Подписка

update = Новости: { $name }
update-corrects = Исправление: { $name }
update-stop = Отписаться или изменить: /following
follow-what = О чём сообщать, когда что-то изменится?
follow-done = ✓ Сообщу. Этот чат подписан на:
follow-list = Этот чат подписан на:
follow-nothing = Этот чат ни на что не подписан. Откройте дело и нажмите «Подписаться» или подпишитесь сразу на все дела:
follow-all = все дела
follow-silent = Сообщения приходят без звука.
follow-loud = Сообщения приходят со звуком.
follow-stopped = Готово: этот чат больше ни на что не подписан, а всё, что для него хранилось, удалено.
pace-instant = Сообщаю сразу.
pace-daily = Сообщаю раз в день.
pace-weekly = Сообщаю по понедельникам.
button-follow = Подписаться
button-follow-all = Подписаться на все дела
button-unfollow = Отписаться: { $name }
button-pace-instant = Сразу
button-pace-daily = Раз в день
button-pace-weekly = Раз в неделю
button-silent = Без звука
button-loud = Со звуком
command-following = На что подписан этот чат
command-privacy = Что хранится о вас

### Приватность

privacy =
    Что хранит этот бот и зачем:

    • Если вы только спрашиваете, ничего надолго: десять минут он помнит, о каком деле вы спрашивали, и, пока вы не выбрали дело, сам вопрос. Начатое письмо хранится не дольше суток. Дело и письмо зашифрованы.
    • Если вы подписались: номер чата, его язык, на что он подписан, как часто сообщать и нужен ли звук. Номер и язык зашифрованы, ключ хранится отдельно от базы данных. Без номера и языка отправить вам ничего нельзя.
    • О каждой новости: дошла ли она до вас, чтобы она пришла один раз и её можно было исправить.

    В служебных журналах бота нет ни ваших текстов, ни имён. Сведения о чате, который недоступен 30 дней, удаляются.

    /mydata — всё, что хранится об этом чате
    /forget — удалить всё
    /stop — отписаться от всего

    Кто ведёт этого бота: { $operator }.
privacy-operator-unnamed = оператор не назвал себя; спросите того, кто дал вам ссылку
mydata = Всё, что хранится об этом чате.
forget-ask = Удалить всё, что хранится об этом чате: подписки, ещё не доставленные новости, незаконченное письмо?
forget-kept = Ничего не удалено.
forget-done = Удалено: { NUMBER($follows) ->
    [one] { NUMBER($follows) } подписка
    [few] { NUMBER($follows) } подписки
   *[other] { NUMBER($follows) } подписок
}, { NUMBER($deliveries) ->
    [one] { NUMBER($deliveries) } запись о доставке новости
    [few] { NUMBER($deliveries) } записи о доставке новостей
   *[other] { NUMBER($deliveries) } записей о доставке новостей
}, а также всё, что бот помнил о разговоре.
button-forget = Удалить всё
button-keep = Оставить

### Кураторам

curate-nothing = Всё опубликовано.
curate-waiting = Не опубликовано обновлений: { NUMBER($count) }. Посмотрите:
curate-gone = Это обновление уже опубликовано или изменилось. /curate
curate-second = Другой куратор хочет опубликовать это сообщение. Прочитайте его и нажмите кнопку, если согласны.
curate-asked = Нужно согласие второго куратора, запрос отправлен.
curate-published = Опубликовано, доставок: { NUMBER($count) }.
curate-progress = Отправлено { NUMBER($sent) }, осталось { NUMBER($left) }, не дошло { NUMBER($failed) }, заблокировали { NUMBER($blocked) }. Осталось около { NUMBER($minutes) } мин.
button-publish = Опубликовать (чатов: { NUMBER($count) })
