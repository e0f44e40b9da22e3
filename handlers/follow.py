"""Following: buttons on cards and answers, /follow, /following, /stop; how soon and how loudly."""

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import Command
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import follow_keyboards
from handlers.callbacks import Follow, Quiet, SetPace, Unfollow
from handlers.dialogue import Dialogue
from handlers.follower import ALL, Follower, Pace
from handlers.ports import Follows
from handlers.replies import Reply, said, send
from handlers.texts import Say
from knowledge.base import Knowledge

_GONE = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


def router() -> Router:
    router = Router(name="follow")
    router.message.register(follow_topic, Command("follow", ignore_case=True))
    router.message.register(list_followed, Command("following", ignore_case=True))
    router.message.register(stop, Command("stop", ignore_case=True))
    router.message.register(migrated, F.migrate_to_chat_id)
    router.callback_query.register(follow, Follow.filter())
    router.callback_query.register(unfollow, Unfollow.filter())
    router.callback_query.register(set_pace, SetPace.filter())
    router.callback_query.register(set_quiet, Quiet.filter())
    router.my_chat_member.register(left, F.new_chat_member.status.in_(_GONE))
    return router


async def follow_topic(message: Message, say: Say, dialogue: Dialogue, knowledge: Knowledge) -> None:
    """Offer to follow the case just spoken of, and all of them."""
    case = knowledge.cases.get(await dialogue.topic() or "")
    await send(message, said(say("follow-what"), follow_keyboards.offer(case, say)))


async def follow(
    _: CallbackQuery, callback_data: Follow, message: Message, say: Say, knowledge: Knowledge, follows: Follows
) -> str | None:
    if callback_data.case_id != ALL and callback_data.case_id not in knowledge.cases:
        return say("case-gone")
    known = await follows.follower(message.chat.id)
    pace = next(iter((await follows.following(message.chat.id)).values()), Pace.INSTANT)
    await follows.follow(known or Follower(message.chat.id, say.language), callback_data.case_id, pace)
    await send(message, await _listed(message.chat.id, follows, knowledge, say, "follow-done"))
    return None


async def unfollow(
    _: CallbackQuery, callback_data: Unfollow, message: Message, say: Say, knowledge: Knowledge, follows: Follows
) -> None:
    await follows.unfollow(message.chat.id, callback_data.case_id)
    await send(message, await _listed(message.chat.id, follows, knowledge, say, "follow-list"))


async def list_followed(message: Message, say: Say, knowledge: Knowledge, follows: Follows) -> None:
    await send(message, await _listed(message.chat.id, follows, knowledge, say, "follow-list"))


async def stop(message: Message, say: Say, follows: Follows) -> None:
    await follows.forget(message.chat.id)
    await send(message, said(say("follow-stopped")))


async def set_pace(
    _: CallbackQuery, callback_data: SetPace, message: Message, say: Say, knowledge: Knowledge, follows: Follows
) -> None:
    await follows.set_pace(message.chat.id, callback_data.pace)
    await send(message, await _listed(message.chat.id, follows, knowledge, say, "follow-list"))


async def set_quiet(
    _: CallbackQuery, callback_data: Quiet, message: Message, say: Say, knowledge: Knowledge, follows: Follows
) -> None:
    await follows.wish(message.chat.id, silent=callback_data.silent)
    await send(message, await _listed(message.chat.id, follows, knowledge, say, "follow-list"))


async def migrated(message: Message, follows: Follows) -> None:
    """A group became a supergroup: it keeps what it follows."""
    if message.migrate_to_chat_id is not None:
        await follows.migrate(message.chat.id, message.migrate_to_chat_id)


async def left(event: ChatMemberUpdated, follows: Follows) -> None:
    """The bot was blocked or put out of a group: everything of that chat ends."""
    await follows.forget(event.chat.id)


async def _listed(chat_id: int, follows: Follows, knowledge: Knowledge, say: Say, key: str) -> Reply:
    """What the chat follows and how, with a button to stop each."""
    followed = await follows.following(chat_id)
    known = await follows.follower(chat_id)
    if not followed or known is None:
        return said(say("follow-nothing"), follow_keyboards.offer(None, say))
    names = {case_id: _name(case_id, knowledge, say) for case_id in followed}
    pace = next(iter(followed.values()))
    text = "\n".join(
        [
            say(key),
            *(f"• {name}" for name in names.values()),
            "",
            say(f"pace-{pace}"),
            say("follow-silent" if known.silent else "follow-loud"),
        ]
    )
    return said(text, follow_keyboards.followed(names, pace, silent=known.silent, say=say))


def _name(case_id: str, knowledge: Knowledge, say: Say) -> str:
    if case_id == ALL:
        return say("follow-all")
    case = knowledge.cases.get(case_id)
    return case.name.in_language(say.language) if case else case_id
