"""The commands, one file each, discovered: a module here exports `command`."""
