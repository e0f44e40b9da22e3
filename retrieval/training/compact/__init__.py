"""Tuning of the compact encoder: a small multilingual transformer, cut down to Russian and English."""
