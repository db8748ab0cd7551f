"""Which of a partner's frameworks hold on a day.

A framework without fields ends the one before it; one with fields runs beside.
"""

from generator.model.dates import Date
from generator.model.entities import Framework, Partner


def frameworks_on(partner: Partner, day: Date) -> tuple[Framework, ...]:
    """The frameworks that hold on a day: those of some fields first, then the general one.

    A framework has begun if it certainly began by the day's last possible day; it is over if
    it certainly ended before the day's first.
    """
    general: Framework | None = None
    of_fields: list[Framework] = []
    for framework in partner.frameworks:
        if framework.from_on is not None and not framework.from_on.has_come(day.last):
            continue
        over = framework.to_on is not None and framework.to_on.last < day.first
        if not framework.fields:
            general = None if over else framework
        elif not over:
            of_fields.append(framework)
    return (*of_fields, *([general] if general else []))
