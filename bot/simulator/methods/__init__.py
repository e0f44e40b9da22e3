"""The methods of the Bot API that are simulated: each a function of the world and a checked call."""
