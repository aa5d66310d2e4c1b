"""Random conditions of `where`. A condition is its text and a list of True, False or None (unknown), a value a row: SQL's
three-valued logic."""
import calendar
import math
import re
from datetime import timedelta

from airports import CLOCK, FIELDS, columns, dice, keys, milliseconds, moment

SIGNS = [("=", lambda a, b: a == b), ("<>", lambda a, b: a != b), ("<", lambda a, b: a < b), (">", lambda a, b: a > b),
         ("<=", lambda a, b: a <= b), (">=", lambda a, b: a >= b)]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def like(pattern):
    """SQL's pattern as a regular expression: case counts."""
    return re.compile("".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in pattern), re.S)


def literal(value, field):
    if field == "OPENED":
        return date(value)
    return str(value) if field == "ELEVATION" else quoted(value)


def compare():
    field = dice.choice(FIELDS)
    column = columns[field]
    sample = dice.choice(column)
    kind = dice.randrange(7)
    if kind == 0 or sample is None:
        negated = dice.random() < 0.5
        return f"{field} IS {'NOT ' if negated else ''}NULL", [(value is None) != negated for value in column]
    if kind == 1:
        sign, test = dice.choice(SIGNS)
        wanted = sample.encode() if isinstance(sample, str) else sample
        return f"{field} {sign} {literal(sample, field)}", [None if value is None else test(value, wanted) for value in keys[field]]
    if kind == 2 and isinstance(sample, str):
        start = dice.randrange(len(sample)) if sample else 0
        pattern = dice.choice([sample[:start] + "%", "%" + sample[start:], "%" + sample[start:start + 2] + "%", sample[:start] + "_" + sample[start + 1:]])
        if dice.random() < 0.3:
            pattern = pattern.lower()
        found = like(pattern)
        negated = dice.random() < 0.3
        return f"{field} {'NOT ' if negated else ''}LIKE {quoted(pattern)}", [None if value is None else bool(found.fullmatch(value)) != negated for value in column]
    if kind == 3:
        chosen = [v for v in (dice.choice(column) for _ in range(dice.randint(1, 4))) if v is not None] or [sample]
        written = ", ".join(literal(v, field) for v in chosen)
        negated = dice.random() < 0.3
        return f"{field} {'NOT ' if negated else ''}IN ({written})", [None if value is None else (value in chosen) != negated for value in column]
    if kind == 4 and not isinstance(sample, str):
        low, high = sorted([sample, sample + dice.randint(-500, 500) * (86_400_000 if field == "OPENED" else 1)])
        negated = dice.random() < 0.3
        return (f"{field} {'NOT ' if negated else ''}BETWEEN {literal(low, field)} AND {literal(high, field)}",
                [None if value is None else (low <= value <= high) != negated for value in column])
    if field == "OPENED":
        return dates(column, sample)
    return numbers(column, sample) if field == "ELEVATION" else texts(field, column, sample)


def upper(text):
    """Letter by letter; what has no single counterpart stays."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def texts(field, column, sample):
    """A function of a text, compared with what it gives for the sample."""
    start, size = dice.randint(1, 4), dice.randint(0, 4)
    name, test = dice.choice([
        (f"UPPER({field})", upper),
        (f"SUBSTRING({field}, {start}, {size})", lambda v: v[start - 1:start - 1 + size]),
        (f"SUBSTRING({field} FROM {start})", lambda v: v[start - 1:]),
        (f"{field} || '-x'", lambda v: v + "-x"), (f"TRIM({field})", lambda v: v.strip(" ")),
        (f"CHAR_LENGTH({field})", len), (f"POSITION('a' IN {field})", lambda v: v.find("a") + 1),
        (f"CASE WHEN {field} LIKE '%A%' THEN 'with' ELSE 'without' END", lambda v: "with" if "A" in v else "without"),
    ])
    wanted = test(sample)
    written = str(wanted) if isinstance(wanted, int) else quoted(wanted)
    missing = "without" == wanted if name.startswith("CASE") else None
    return f"{name} = {written}", [missing if v is None else test(v) == wanted for v in column]


def numbers(column, sample):
    """Arithmetic; whole numbers divide to whole numbers, cut off towards zero."""
    by = dice.choice([2, 3, 7, 100, -3])
    name, test = dice.choice([
        (f"ELEVATION / {by}", lambda v: int(v / by)), (f"ELEVATION / {by}.0", lambda v: v / by),
        (f"MOD(ELEVATION, {by})", lambda v: int(math.fmod(v, by))), (f"ABS(ELEVATION - {by})", lambda v: abs(v - by)),
        (f"-ELEVATION * {by} + 1", lambda v: -v * by + 1), ("SIGN(ELEVATION)", lambda v: (v > 0) - (v < 0)),
        (f"FLOOR(ELEVATION / {by}.0)", lambda v: math.floor(v / by)), (f"CEILING(ELEVATION / {by}.0)", lambda v: math.ceil(v / by)),
        (f"CAST(ELEVATION / {by}.0 AS INTEGER)", lambda v: round(v / by)), (f"COALESCE(ELEVATION, {by})", lambda v: v),
    ])
    sign, test_sign = dice.choice([("=", lambda a, b: a == b), ("<", lambda a, b: a < b), (">=", lambda a, b: a >= b)])
    wanted = test(sample)
    return f"{name} {sign} {wanted!r}", [None if v is None else test_sign(test(v), wanted) for v in column]


# MARK: dates


def date(value):
    """A date as a literal: the day alone where it is midnight."""
    when = moment(value)
    ways = [f"TIMESTAMP '{when:%Y-%m-%d %H:%M:%S}'", f"timestamp '{when:%Y-%m-%dT%H:%M:%SZ}'", f"'{when:%Y-%m-%d %H:%M:%S}'"]
    return dice.choice(ways + ([f"DATE '{when:%Y-%m-%d}'"] * 3 if value % 86_400_000 == 0 else []))


def later(value, months):
    """So many months on; a day that the month does not have becomes its last."""
    when = moment(value)
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return milliseconds(when.replace(year=year, month=month + 1, day=min(when.day, calendar.monthrange(year, month + 1)[1])))


def dates(column, sample):
    """A function of a date, an interval, or the clock."""
    kind = dice.randrange(5)
    if kind == 0:
        part, test = dice.choice([("YEAR", lambda v: moment(v).year), ("MONTH", lambda v: moment(v).month), ("DAY", lambda v: moment(v).day),
                                  ("HOUR", lambda v: moment(v).hour), ("MINUTE", lambda v: moment(v).minute), ("SECOND", lambda v: moment(v).second)])
        sign, test_sign = dice.choice(SIGNS)
        wanted = test(sample)
        return f"EXTRACT({part} FROM OPENED) {sign} {wanted}", [None if v is None else test_sign(test(v), wanted) for v in column]
    sign, test = dice.choice(SIGNS)
    if kind == 1:
        plus = dice.choice([1, -1])
        days, hours, minutes, seconds = dice.randint(0, 400), dice.randrange(24), dice.randrange(60), dice.randrange(60)
        span, text = dice.choice([
            (timedelta(days=days), f"INTERVAL '{days}' DAY"), (timedelta(hours=hours), f"INTERVAL '{hours}' HOUR"),
            (timedelta(minutes=minutes), f"INTERVAL '{minutes}' MINUTE"), (timedelta(seconds=seconds), f"INTERVAL '{seconds}' SECOND"),
            (timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds), f"INTERVAL '{days} {hours:02}:{minutes:02}:{seconds:02}' DAY TO SECOND"),
            (timedelta(hours=hours, minutes=minutes), f"INTERVAL '{hours}:{minutes:02}' HOUR TO MINUTE"),
        ])
        wide = span // timedelta(milliseconds=1) * plus
        return f"OPENED {'+' if plus > 0 else '-'} {text} {sign} {date(sample + wide)}", [None if v is None else test(v + wide, sample + wide) for v in column]
    if kind == 2:
        months, plus = dice.randint(0, 30), dice.choice([1, -1])
        text, months = dice.choice([(f"'{months}' MONTH", months), (f"'{months}' YEAR", months * 12), (f"'{months}-5' YEAR TO MONTH", months * 12 + 5)])
        wanted = later(sample, months * plus)
        return (f"OPENED {'+' if plus > 0 else '-'} INTERVAL {text} {sign} {date(wanted)}",
                [None if v is None else test(later(v, months * plus), wanted) for v in column])
    if kind == 3:
        since, days = dice.choice([v for v in column[:100] if v is not None]), dice.randint(-9000, 9000)
        span = f"INTERVAL '{days}' DAY"
        return f"OPENED - {stamp(since)} {sign} {span}", [None if v is None else test(v - since, days * 86_400_000) for v in column]
    days = dice.randint(0, 20000)
    now, today = milliseconds(CLOCK), milliseconds(CLOCK.replace(hour=0))
    name, wanted = dice.choice([("CURRENT_TIMESTAMP", now), ("CURRENT_DATE", today), (f"CURRENT_DATE - INTERVAL '{days}' DAY", today - days * 86_400_000)])
    return f"OPENED {sign} {name}", [None if v is None else test(v, wanted) for v in column]


def stamp(value):
    return f"TIMESTAMP '{moment(value):%Y-%m-%d %H:%M:%S}'"


# MARK: conditions of conditions


def negate(values):
    return [None if value is None else not value for value in values]


def condition(depth=0):
    kind = dice.random()
    if depth > 2 or kind < 0.55:
        return compare()
    if kind < 0.65:
        text, values = condition(depth + 1)
        return f"NOT ({text})", negate(values)
    (left, a), (right, b) = condition(depth + 1), condition(depth + 1)
    if kind < 0.85:
        return f"({left}) AND ({right})", [False if x is False or y is False else None if x is None or y is None else True for x, y in zip(a, b)]
    return f"({left}) OR ({right})", [True if x or y else None if x is None or y is None else False for x, y in zip(a, b)]
