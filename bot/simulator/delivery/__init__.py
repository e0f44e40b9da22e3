"""How updates reach the bot: it polls, or a webhook is called."""
