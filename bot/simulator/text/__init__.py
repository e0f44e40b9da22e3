"""Text as Telegram reads it: markup in, plain text and entities out."""
