"""From a question to an Answer or an Abstention; nothing here writes a sentence of fact."""
