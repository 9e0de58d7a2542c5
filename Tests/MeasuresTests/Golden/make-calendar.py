#!/usr/bin/env python3
"""Writes calendar.csv, the golden table of the calendar: `python3 make-calendar.py`.

It is made without sight of the Swift code, from Python's own calendar (`datetime` and `calendar`, nothing else) and
from definitions of its own. A period is the set of its days, found by walking over days and months, never by the
arithmetic on ordinals that Swift uses:

- a quarter is three named months; a financial year runs from 1 April to 31 March and is named by both years;
- a rolling year is a month and the eleven before it, found by walking back;
- a financial year to date runs from the latest 1 April up to the end of its month;
- the next period holds the day after the last (of its last month, for those that step each month);
- the latest closed period is found by search: the last one whose every day is before the day asked about;
- two periods overlap where their sets of days meet;
- a window is walked back, period by period, until its months are used up exactly.
"""
import calendar
import csv
import datetime
import fractions
import pathlib

DAY = datetime.timedelta(days=1)
GRAINS = ["month", "quarter", "calendar year", "financial year", "rolling year", "financial year to date"]
OVERLAPPING = {"rolling year", "financial year to date"}
QUARTERS = {"Q1": [1, 2, 3], "Q2": [4, 5, 6], "Q3": [7, 8, 9], "Q4": [10, 11, 12]}
NAMES = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]


def start(year, month):
    return datetime.date(year, month, 1)


def end(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def month_before(day):
    return (day.replace(day=1) - DAY).replace(day=1)


class Period:
    """A grain, and the first and last day; its texts are made from these."""

    def __init__(self, grain, first, last):
        self.grain, self.first, self.last = grain, first, last

    def days(self):
        return {self.first + DAY * place for place in range((self.last - self.first).days + 1)}

    def months(self):
        return sorted({(day.year, day.month) for day in self.days()})

    def text(self):
        month = self.last.strftime("%m")
        month = f"{self.last.year:04d}-{month}"
        years = f"{self.first.year:04d}/{str(self.first.year + 1)[-2:]}"
        if self.grain == "month":
            return month
        if self.grain == "quarter":
            return f"{self.last.year:04d} " + next(name for name, held in QUARTERS.items() if self.last.month in held)
        if self.grain == "calendar year":
            return f"{self.first.year:04d}"
        if self.grain == "financial year":
            return years
        if self.grain == "rolling year":
            return f"12 months to {month}"
        return f"{years} to {month}"

    def title(self):
        month = f"{NAMES[self.last.month - 1]} {self.last.year}"
        if self.grain == "month" or self.grain == "financial year to date" and self.last.month == 4:
            return month
        if self.grain == "quarter":
            return f"{NAMES[self.first.month - 1]} to {month}"
        if self.grain == "rolling year":
            return f"12 months to {month}"
        if self.grain == "financial year to date":
            return f"April to {month}"
        return self.text()

    def moved(self, steps):
        period = self
        for _ in range(abs(steps)):
            if self.grain in OVERLAPPING:
                day = period.last + DAY if steps > 0 else month_before(period.last)
            else:
                day = period.last + DAY if steps > 0 else period.first - DAY
            period = holding(self.grain, day)
        return period

    def year_before(self):
        return Period(self.grain, start(self.first.year - 1, self.first.month), end(self.last.year - 1, self.last.month))


def holding(grain, day):
    """The period that holds the day; of those that step each month, the one whose last month holds it."""
    last = end(day.year, day.month)
    if grain == "month":
        return Period(grain, day.replace(day=1), last)
    if grain == "quarter":
        held = next(months for months in QUARTERS.values() if day.month in months)
        return Period(grain, start(day.year, held[0]), end(day.year, held[-1]))
    if grain == "calendar year":
        return Period(grain, datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31))
    if grain == "rolling year":
        first = day.replace(day=1)
        for _ in range(11):
            first = month_before(first)
        return Period(grain, first, last)
    april = datetime.date(day.year, 4, 1)
    if april > day:
        april = datetime.date(day.year - 1, 4, 1)
    if grain == "financial year":
        return Period(grain, april, datetime.date(april.year + 1, 3, 31))
    return Period(grain, april, last)


def latest_closed(grain, day):
    closed, period = None, holding(grain, datetime.date(day.year - 3, 1, 1))
    while period.last < day:
        closed, period = period, period.moved(1)
    return closed


def window(period, count, unit):
    """The periods that a duration takes up, the one named the last; None where they are not whole, or overlap."""
    if unit == "day" or period.grain in OVERLAPPING:
        return None
    left = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    periods = []
    while left > 0:
        periods.insert(0, period)
        left -= len(period.months())
        period = period.moved(-1)
    return periods if left == 0 and periods else None


# Days whose periods stand in the table: leap years and those that century years lack, both edges of every year, and the
# edge of the financial year.
DAYS = [
    datetime.date(*day)
    for day in [
        (2024, 2, 29), (2023, 2, 28), (2000, 2, 29), (1900, 2, 28), (2100, 2, 28), (2100, 3, 1), (1999, 12, 31),
        (2000, 1, 1), (2024, 3, 31), (2024, 4, 1), (2024, 12, 31), (2025, 1, 1), (1999, 4, 30), (2000, 3, 31),
        (2099, 4, 1), (1582, 10, 15), (987, 6, 5),
    ]
]
STEPS = [1, -1, 2, -3, 5, -13, 25]
ASKED = [
    datetime.date(*day)
    for day in [
        (2024, 2, 29), (2024, 3, 1), (2023, 2, 28), (2024, 3, 31), (2024, 4, 1), (2024, 12, 31), (2025, 1, 1),
        (2000, 2, 29), (2100, 3, 1),
    ]
]
DURATIONS = [
    (12, "month"), (2, "quarter"), (3, "year"), (90, "day"), (4, "month"), (1, "month"), (24, "month"), (0, "month"),
    (18, "month"), (365, "day"), (7, "quarter"), (20, "year"),
]
WINDOWS = [(3, "month"), (12, "month"), (2, "quarter"), (1, "year"), (2, "year"), (30, "day"), (5, "month")]
NO_PERIODS = {
    "month": [
        "2024-13", "2024-00", "24-03", "2024-3", "2024-003", "2024–03", "2024/03", "2024-0a", "٢٠٢٤-٠٣", "-2024-03",
        "2024-03-31", "2024- 3", "March 2024", "0000-01",
    ],
    "quarter": ["2024 Q5", "2024 Q0", "2024 q1", "2024Q1", "2024  Q1", "Q1 2024", "2024 Q1 ", "2024 Q٢", "2024 Q01", "0000 Q1"],
    "calendar year": ["24", "20245", "0000", "２０２４", "٢٠٢٤", "+024", " 2024", "2024\u200f", "\u202e2024", ""],
    "financial year": ["2023/25", "2023/2024", "2023/23", "2023/", "23/24", "1999/100", "2023-24", "2023/٢٤", "0000/01"],
    "rolling year": ["12 months to 2024", "11 months to 2024-03", "12 months to 2024-13", "12 Months to 2024-03"],
    "financial year to date": [
        "2023/24 to 2024-04", "2023/24 to 2023-03", "2023/25 to 2024-01", "2024 to 2024-03", "2023/24 to 2024-00",
    ],
}


def rows():
    for grain in GRAINS:
        seen = set()
        for day in DAYS:
            period = holding(grain, day)
            text = period.text()
            yield "holding", grain, f"{day.year:04d}-{day:%m}", "", text
            if text in seen:
                continue
            seen.add(text)
            yield "grain", grain, text, "", grain
            yield "first day", grain, text, "", period.first.isoformat()
            yield "last day", grain, text, "", period.last.isoformat()
            yield "days", grain, text, "", len(period.days())
            yield "months", grain, text, "", len(period.months())
            yield "text", grain, text, "", text
            yield "title", grain, text, "", period.title()
            before = period.year_before()
            yield "year before", grain, text, "", before.text()
            ratio = fractions.Fraction(len(period.days()), len(before.days()))
            yield "day ratio", grain, text, before.text(), f"{ratio.numerator}/{ratio.denominator}"
        for day in DAYS[:1] + DAYS[6:11]:
            period = holding(grain, day)
            for steps in STEPS:
                yield "moved", grain, period.text(), steps, period.moved(steps).text()
            earlier = period.moved(-1)
            ratio = fractions.Fraction(len(period.days()), len(earlier.days()))
            yield "day ratio", grain, period.text(), earlier.text(), f"{ratio.numerator}/{ratio.denominator}"
            for other in [period.moved(1), period.moved(-1), period.year_before(), period.moved(13)] + [
                holding(each, day) for each in GRAINS if each != grain
            ] + [holding(each, period.last + DAY) for each in GRAINS]:
                meet = "yes" if period.days() & other.days() else "no"
                yield "overlaps", grain, period.text(), other.text(), meet
        for day in ASKED:
            yield "latest closed", grain, day.isoformat(), "", latest_closed(grain, day).text()
        for count, unit in DURATIONS:
            periods = window(holding(grain, datetime.date(2024, 12, 31)), count, unit)
            yield "steps", grain, "", f"{count} {unit}", len(periods) if periods else "refused"
        for day in [datetime.date(2024, 3, 31), datetime.date(2025, 1, 31)]:
            for count, unit in WINDOWS:
                period = holding(grain, day)
                periods = window(period, count, unit)
                told = "; ".join(each.text() for each in periods) if periods else "refused"
                yield "window", grain, period.text(), f"{count} {unit}", told
        for text in NO_PERIODS[grain]:
            yield "no period", grain, text, "", "refused"


with open(pathlib.Path(__file__).with_name("calendar.csv"), "w", encoding="utf-8", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["question", "grain", "subject", "argument", "answer"])
    table.writerows(dict.fromkeys(rows()))
