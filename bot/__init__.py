"""The edges: settings, command line, Telegram, and the composition root."""
