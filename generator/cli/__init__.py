"""The command line: the only layer that reads the clock and the environment."""
