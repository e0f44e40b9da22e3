"""Which function does which method."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.simulator.methods import answering, chats, deleting, editing, files, media, profile, sending
from bot.simulator.state.calls import Call
from bot.simulator.state.world import World

Method: TypeAlias = Callable[[World, Call], object]


def _done(world: World, call: Call) -> bool:
    """logOut and close have nothing to do here."""
    return True


METHODS: Mapping[str, Method] = {
    "getMe": profile.get_me,
    "logOut": _done,
    "close": _done,
    "sendMessage": sending.send_message,
    "copyMessage": sending.copy_message,
    "sendChatAction": sending.send_chat_action,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendMediaGroup": media.send_media_group,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": deleting.delete_message,
    "deleteMessages": deleting.delete_messages,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "getFile": files.get_file,
}
