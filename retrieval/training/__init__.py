"""Trains the bundled bilingual encoder; never imported by the running bot."""
