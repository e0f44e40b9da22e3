"""What the simulated Telegram remembers, all of it in memory."""
