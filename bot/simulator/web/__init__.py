"""The HTTP side: the Bot API for the bot, the chat page for people."""
