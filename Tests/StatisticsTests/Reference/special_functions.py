"""Reference values of the special functions by mpmath at 60 digits, which shares no code with what is tested.

    python3 special_functions.py > ../SpecialFunctionReference+Tails.swift
    python3 special_functions.py --check        holds every row of SpecialFunctionReference.swift against mpmath too

Incomplete gamma and beta functions are summed as power series with mpmath's log gamma, the normal distribution is its erfc; inverses are held
against the function's value at them. Arguments are the exact binary numbers printed.
"""

import re
import sys
from pathlib import Path

from mpmath import beta, erfc, log, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def lower(a, x):
    """DLMF 8.11.4: x^a e^-x / Γ(a + 1) Σ xⁿ / ((a + 1) … (a + n))."""
    a, x = mpf(a), mpf(x)
    term = total = mpf(1)
    divisor = a + 1
    while term > total * mpf(10) ** (5 - mp.dps):
        term *= x / divisor
        total += term
        divisor += 1
    return mp.exp(a * log(x) - x - loggamma(a + 1)) * total


def upper(a, x):
    # Digits for a tail as small as 1e-120.
    with mp.workdps(180):
        return 1 - lower(a, x)


def regular_beta(a, b, x):
    """DLMF 8.17.8, from the end of the range that is nearer: x^a (1 - x)^b / (a B(a, b)) Σ (a + b)ₙ / (a + 1)ₙ xⁿ."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - regular_beta(b, a, 1 - x)
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -55:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    logarithm = a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b)
    return mp.exp(logarithm) * total


def text(value):
    return mp.nstr(value, 17, min_fixed=-4, max_fixed=17)


def tables():
    print("// swift-format-ignore-file")
    print("// Made by Reference/special_functions.py with mpmath at 60 digits. Parts of an event, Student's tails and overdispersed counts.\n")
    print("let gammaTailsOfParts: [(shape: Double, x: Double, lower: Double, upper: Double)] = [")
    for a in (0.01, 0.125, 0.3, 0.5, 0.9):
        for x in (1e-6, 0.01, 0.25, 1.0, 3.5, 12.0):
            print(f"    ({a}, {x}, {text(lower(a, x))}, {text(upper(a, x))}),")
    print("]\n\nlet studentTailValues: [(t: Double, degrees: Double, probability: Double)] = [")
    for degrees in (1, 2, 5, 24, 57, 240):
        for t in (0.0625, 0.5, 1.5, 2.0, 3.25, 8.0):
            x = mpf(degrees) / (mpf(degrees) + mpf(t) ** 2)
            print(f"    ({t}, {degrees}, {text(regular_beta(mpf(degrees) / 2, mpf(1) / 2, x))}),")
    print("]\n\nlet overdispersedTails: [(mean: Double, dispersion: Double, count: Double, orFewer: Double, orMore: Double)] = [")
    for mean in (0.5, 5.0, 80.0, 1000.0):
        for dispersion in (1.0, 1.125, 1.5, 4.0):
            for factor in (0.4, 1.0, 1.6):
                count = round(mean * factor)
                if dispersion == 1.0:
                    fewer, more = upper(count + 1, mean), lower(count, mean) if count else mpf(1)
                else:
                    size, p = mpf(mean) / (mpf(dispersion) - 1), 1 / mpf(dispersion)
                    fewer = regular_beta(size, count + 1, p)
                    more = regular_beta(count, size, 1 - p) if count else mpf(1)
                print(f"    ({mean}, {dispersion}, {count}, {text(fewer)}, {text(more)}),")
    print("]")


def stirling_remainder(n):
    n = mpf(n)
    return loggamma(n + 1) - (n + mpf(1) / 2) * log(n) + n - log(2 * pi) / 2


def check():
    source = (Path(__file__).parent.parent / "SpecialFunctionReference.swift").read_text()
    worst = {}
    name = None
    for line in source.splitlines():
        start = re.match(r"let (\w+):", line)
        if start:
            name = start.group(1)
        row = re.match(r"\s*\((.*)\),?$", line)
        if not row or not name:
            continue
        fields = [field.strip() for field in row.group(1).split(",")]
        number = [float(field.replace("_", "")) if field not in ("true", "false") else field == "true" for field in fields]
        if name == "gammaTails":
            pairs = [(lower(number[0], number[1]), number[2]), (upper(number[0], number[1]), number[3])]
        elif name == "gammaQuantiles":
            a, p, is_lower, x = number
            # The relative error of x is that of the tail over the tail's logarithmic slope.
            tail = lower(a, x) if is_lower else upper(a, x)
            slope = mp.exp(mpf(a) * log(mpf(x)) - mpf(x) - loggamma(mpf(a))) / tail
            worst[name] = max(worst.get(name, 0), abs(log(tail / mpf(p)) / slope))
            continue
        elif name == "betaValues":
            pairs = [(regular_beta(number[0], number[1], number[2]), number[3])]
        elif name == "betaQuantileOdds":
            a, b, p, odds = number
            x = mpf(odds) / (1 + mpf(odds))
            tail = regular_beta(a, b, x)
            slope = x ** mpf(a) * (1 - x) ** mpf(b) / beta(mpf(a), mpf(b)) / tail
            worst[name] = max(worst.get(name, 0), abs(log(tail / mpf(p)) / slope))
            continue
        elif name == "normalValues":
            pairs = [(erfc(-mpf(number[0]) / sqrt(mpf(2))) / 2, number[1])]
        elif name == "normalQuantiles":
            p, z = number
            tail = erfc(-mpf(z) / sqrt(mpf(2))) / 2
            density = mp.exp(-mpf(z) ** 2 / 2) / sqrt(2 * pi)
            worst[name] = max(worst.get(name, 0), abs((tail - mpf(p)) / density / mpf(z)) if z else 0)
            continue
        elif name == "stirlingRemainders":
            pairs = [(stirling_remainder(number[0]), number[1])]
        else:
            continue
        for exact, printed in pairs:
            worst[name] = max(worst.get(name, 0), abs(mpf(printed) / exact - 1) if exact else abs(mpf(printed)))
    for name, error in worst.items():
        print(f"{name}: greatest relative error {mp.nstr(error, 3)}")
    return all(error < 1e-15 for error in worst.values())


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if check() else 1)
    tables()
