"""What is true and who says so: case files, their schema and their checks."""
