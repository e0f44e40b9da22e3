"""Measurements: run as modules, print tables; nothing here is a test."""
