# All that the bot says in English. The same keys and variables as in ru.ftl.

### Greeting and help

start =
    Hello! I answer questions about persecuted trade unionists and their organisations. Every answer is taken from published sources, with links at the end.

    Ask in your own words, in English or Russian. For example:
start-unknown-link = Nothing was found under this link; the case may have been renamed. See the list of cases: /cases
example-1 = Why was KNPRK dissolved?
example-2 = How long did Kushakbaev get?
example-3 = Where is Kharkova now?
help =
    Write a question in plain words, for example, “{ example-2 }” You can follow up: “And when was he released?” For ten minutes I remember who we were talking about.

    /ask — ask a question; in a group: /ask { example-1 }
    /cases — all cases
    /letters — letters that may be sent today
    /following — what this chat follows
    /language — language
    /privacy — what is kept about you
    /about — where the information comes from and what I keep

    In a group I answer /ask, a mention, and a reply to my message. I do not read anything else.
about =
    I make nothing up: every sentence of an answer was written by a person and checked against sources. Where sources disagree, I give each version. Where there is no information, I say so.

    There { NUMBER($cases) ->
        [one] is { NUMBER($cases) } case
       *[other] are { NUMBER($cases) } cases
    } and { NUMBER($sources) ->
        [one] { NUMBER($sources) } source
       *[other] { NUMBER($sources) } sources
    }. The information is as of { $date }.

    I do not store your messages. For ten minutes I remember which case we spoke of and, when I ask which one you mean, your question, until you choose. A letter that you are writing is kept encrypted until it is finished, one day at most; after that, only a count of finished letters is kept.
unknown-command = I have no such command. What I can do: /help

### A question

ask-usage = Write a question after the command, for example: /ask { example-2 }
ask-usage-mention = Write a question along with the mention or after the command, for example: /ask { example-2 }
best-reading = Best supported:
dispute = ⚠ Sources differ: { $topic }
since-then = Since then:
since-then-of = { $name }, since then:
nearest-questions = Perhaps you wanted to ask:
nearest-cases = Nearest to your question:
reason-empty = There is no question in the message. Ask, for example: “{ example-2 }”
reason-other_language =
    I understand questions in English and Russian. Please ask in one of these languages.
    Я понимаю вопросы по-русски и по-английски.
reason-nothing_asked = If you have another question, just ask.
reason-off_topic = I answer only questions about the cases of independent trade unions. Try: “{ example-1 }”, “{ example-3 }”
reason-nothing_found = I have no sourced information on that. Name a person or an organisation and ask about one thing: the sentence, its length, the release, the ban.
nothing-found-about = I have no sourced information on that in the case “{ $name }”. Open the case, or ask about something else in it.
reason-which_case = Whom or what are you asking about?
again = Ask in another way: name a person, an organisation or an event, and ask one question: who, when, where, how many, why.
again-case = Ask in another way, or ask about something else. About “{ $name }” people ask, for example:
choice-gone = I no longer have that question. Please write it again.

### What could not be read

input-empty = There is no text in the message. Write a question in words, for example: “{ example-2 }”
input-symbols = There are only symbols here. Write a question in words, for example: “{ example-2 }”
input-unreadable = There are only invisible characters in the message. Write a question in words, for example: “{ example-2 }”
input-right_to_left =
    I read only English and Russian. Please ask in one of these languages.
    Я читаю только по-русски и по-английски.
input-too_long = This is too long for one question. Please shorten it to at most { NUMBER($limit) } characters: one name and one question.
media-sticker = I do not understand stickers. Write a question in words, for example: “{ example-2 }”
media-voice = I do not recognise voice or video. Write your question as text, for example: “{ example-2 }”
media-file = I do not read photos or files. Write your question as text, for example: “{ example-2 }”
media-other = I understand only text. Write a question in words, for example: “{ example-2 }”

### Cases

cases =
    { NUMBER($count) ->
        [one] { NUMBER($count) } case
       *[other] { NUMBER($count) } cases
    }{ NUMBER($pages) ->
        [1] {""}
       *[other] , page { NUMBER($page) } of { NUMBER($pages) }
    }
case-entry = { $name } — { $state }
case-status = Status { $since }: { $state }
case-timeline = Timeline
case-disputes = ⚠ Sources differ
case-dispute = • { $topic }: { $why }
case-as-of = Information as of { $date }. Checked: { $verified }.
case-gone = This case is no longer in the list. All cases: /cases
kind-person = People
kind-organisation = Organisations
kind-event = Events
kind-law = Laws
kind-campaign = Campaigns
state-pending = decision awaited
state-charged = under investigation or on trial
state-detained = in detention
state-imprisoned = in prison
state-restricted = freedom restricted
state-released = released
state-served = sentence served
state-acquitted = acquitted
state-dismissed = dismissed from work
state-exiled = out of the country, expelled or in exile
state-missing = whereabouts unknown
state-attacked = victim of an attack
state-killed = killed
state-registered = registered
state-unregistered = not registered
state-suspended = activity suspended
state-dissolved = dissolved
state-active = active
state-ongoing = ongoing
state-ended = over
state-in_force = law in force
state-amended = law amended
state-unknown = unknown

### Sources

sources = Sources
source-line = { $publisher }, { $date }
source-line-foreign = { $publisher }, { $date } ({ $mark })
source-updated = { $date }, updated { $updated }
source-details = { $publisher }, { $date }. Language: { $language }. { $reliability }.
sources-gone = These sources are no longer in the collection.
language-mark = { $code ->
   *[other] in { $name }
}
reliability-high = Highly reliable source
reliability-likely = Likely reliable source
reliability-unsure = Reliability uncertain
reliability-unlikely = Likely unreliable source
reliability-unknown = Reliability unknown
date-inferred = { $date } (date inferred from the content)

### Dates

date-day = { $date }
date-month = { $date }
date-year = { $date }
date-unknown = undated
listed-day = { $date }
listed-month = { $date }
listed-year = { $date }
listed-unknown = undated
since-day = since { $date }
since-month = since { $date }
since-year = since { $date }
since-unknown = since an unknown date

### Buttons

button-case = Case
button-sources = Sources
button-again = Ask again
button-cases = All cases
button-back = ‹
button-forward = ›
button-page = { NUMBER($page) } / { NUMBER($pages) }

### Language

language-choose =
    Which language shall I use?
    На каком языке говорить?
language-ru = Русский
language-en = English
language-chosen = I now speak English. A question in Russian gets an answer in Russian.

### Faults

fault = Something went wrong on our side. Your question was not kept. Please try again in a minute. (ref { $reference })
vanished = This message is no longer available. Please write your question again.
button-gone = This button no longer works. Start again: /start

### Menu and description

command-ask = Ask a question
command-cases = All cases
command-language = Language
command-help = How to ask
command-about = Where the information comes from
description =
    I answer questions about persecuted trade unionists: who, when, what for and where they are now. In English and Russian, with a source for every answer.

    Press Start and ask in your own words.
description-short = Questions and answers on the persecution of independent trade unions. Sourced, in English and Russian.

### Letters

letters =
    { NUMBER($count) ->
        [one] { NUMBER($count) } letter
       *[other] { NUMBER($count) } letters
    } that may be sent today, { $date }
letters-none = There is no letter here that may be sent today.
letter-asks = The letter asks:
letter-evidence = It rests on:
letter-until = May be sent until { $date }.
letter-choose-addressee = Who should it go to?
letter-ask-language = In which language? This office prefers { $preferred }.
letter-language-ru = Russian
letter-language-en = English
letter-ask-name = Your name, as it should appear at the end of the letter (up to { NUMBER($limit) } characters). The letter may also go without a name.
letter-ask-place = Your town and country (up to { NUMBER($limit) } characters).
letter-ask-organisation = Your union or organisation (up to { NUMBER($limit) } characters).
letter-ask-own = A few sentences of your own: why this concerns you (up to { NUMBER($limit) } characters). A personal line makes a letter count for more.
letter-too-long = Your text has { NUMBER($length) } characters; the limit is { NUMBER($limit) }. Please shorten it.
letter-only-text = Please write this as text, or skip it.
letter-check = Is everything right? You can still change any part.
letter-done = Your letter is ready
letter-send-to = Send it from your own e-mail account to: { $office }, { $address }
letter-no-address = I know of no published address for this office: look it up on the office's own site before you send the letter.
letter-unverified = ⚠ This address was published in { $date } and nobody has verified it since. Check it on the office's own site before you send the letter.
letter-verified = The address was verified on { $date }.
letter-erased = The EML file opens as a draft in a mail program. What you wrote has been erased from the bot.
letter-cancelled = The letter is cancelled, and what you wrote is erased. All letters: /letters
letter-gone = This letter may no longer be sent, or has changed. Letters that may be sent today: /letters
letter-step-gone = This question is no longer open. If the letter is not finished, the current question is further down; all letters: /letters
letter-shut = ✕ “{ $title }” may not be sent: { $reason }.
letter-since = What has happened since: { $status }
letter-instead = What can be done instead: the other letters, /letters
inline-letter = A letter that may be sent today
button-write = Write a letter
button-letters = All letters
button-private = Write it in private
button-open = Open in the bot
button-skip = Skip
button-anonymous = Without a name
button-step-back = ‹ Back
button-cancel = Cancel
button-confirm = ✓ All correct, give me the letter
button-edit-to = Addressee
button-edit-language = Language
button-edit-name = Name
button-edit-place = Place
button-edit-organisation = Organisation
button-edit-own = Own words
button-copy-subject = Copy the subject
button-copy-address = Copy the address
command-letters = Letters that may be sent today

letter-shut-ended = a curator has ended it
letter-shut-expired = it has expired
letter-shut-not-verified = it was not verified in time
letter-shut-not-yet = its time has not come yet
letter-shut-too-late = the time for its demands has passed
letter-shut-overtaken = events have overtaken it
letter-shut-unproven = its evidence no longer holds

### Following

update = News: { $name }
update-corrects = Correction: { $name }
update-stop = Stop or change: /following
follow-what = What do you want to hear about when something changes?
follow-done = ✓ You will be told. This chat follows:
follow-list = This chat follows:
follow-nothing = This chat follows nothing. Open a case and tap “Follow”, or follow all cases:
follow-all = all cases
follow-silent = Messages come without a sound.
follow-loud = Messages come with a sound.
follow-stopped = Stopped: this chat follows nothing any more, and what was kept for it is deleted.
pace-instant = You are told at once.
pace-daily = You are told once a day.
pace-weekly = You are told on Mondays.
button-follow = Follow
button-follow-all = Follow all cases
button-unfollow = Unfollow: { $name }
button-pace-instant = At once
button-pace-daily = Daily
button-pace-weekly = Weekly
button-silent = Without a sound
button-loud = With a sound
command-following = What this chat follows
command-privacy = What is kept about you

### Privacy

privacy =
    What this bot keeps, and why:

    • If you only ask, nothing lasting: for ten minutes, which case you asked about and, while you still have to choose a case, your question. A letter that you have begun is kept for one day at most. The case and the letter are encrypted.
    • If you follow a case: the chat's Telegram ID, its language, what it follows, how often it is told and whether with a sound. The ID and the language are encrypted; the key is not kept in the database. Without the ID and the language nothing could be sent to you.
    • For each piece of news: whether it reached you, so that it comes once and can be corrected.

    No text that you write is kept in a log, and no name. If a chat cannot be reached for 30 days, everything kept about it is deleted.

    /mydata — everything that is held about this chat
    /forget — delete it all
    /stop — unfollow everything

    This bot is run by: { $operator }.
privacy-operator-unnamed = the operator has not given a name; ask whoever gave you the link
mydata = Everything that is held about this chat.
forget-ask = Delete everything about this chat: what it follows, news on its way, an unfinished letter?
forget-kept = Nothing was deleted.
forget-done = Deleted: { NUMBER($follows) ->
    [one] { NUMBER($follows) } followed item
   *[other] { NUMBER($follows) } followed items
}, { NUMBER($deliveries) ->
    [one] { NUMBER($deliveries) } delivery record
   *[other] { NUMBER($deliveries) } delivery records
}, and what was remembered of the conversation.
button-forget = Delete everything
button-keep = Keep it

### Curators

curate-nothing = Everything is published.
curate-waiting = { NUMBER($count) ->
    [one] { NUMBER($count) } update is
   *[other] { NUMBER($count) } updates are
} not published. Look at one:
curate-gone = This update has already been published, or has changed. /curate
curate-second = Another curator wants to publish this. Read it, and tap the button if you agree.
curate-asked = A second curator has to agree; they have been asked.
curate-published = Published: { NUMBER($count) ->
    [one] { NUMBER($count) } delivery
   *[other] { NUMBER($count) } deliveries
}.
curate-progress = Sent { NUMBER($sent) }, left { NUMBER($left) }, failed { NUMBER($failed) }, blocked { NUMBER($blocked) }. About { NUMBER($minutes) } min to go.
button-publish = Publish to { NUMBER($count) ->
    [one] { NUMBER($count) } follower
   *[other] { NUMBER($count) } followers
}
