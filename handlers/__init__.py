"""The conversation: what a person writes or taps becomes a call, and its result a message."""
