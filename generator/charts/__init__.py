"""Charts: one file each, with `series` (the numbers, plain and hashable) and `draw` (the chart).

A chart is a function of its series and a language alone, so it can be kept by them.
"""
