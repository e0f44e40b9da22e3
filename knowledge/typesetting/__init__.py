"""A rendered letter as text, PDF, picture, DOCX and e-mail draft."""
