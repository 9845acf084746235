"""What is known: sources, schemas and the build that turns them into a DuckDB file."""
