"""The transparency portal: from commitments in YAML to a versioned static site.

Layers, from the bottom: errors, model, schema and text, load and write, history,
edition, metrics, checks and charts, pages, site and reporting, theme, cli.
An import may only point downward (see pyproject.toml, import-linter).
"""
