"""What people do in their chats, and what the bot hears of it."""
