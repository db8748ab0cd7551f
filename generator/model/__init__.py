"""The records, typed and frozen, and what follows from them: no I/O below this point."""
