"""XmR charts with all rules of Making Data Count, vectorised over all series: what the Swift code is timed beside.

    process_control.py FILE SERIES LENGTH ROUNDS

FILE holds SERIES x LENGTH doubles, NaN for a missing one. Prints the seconds of each round, then how many points show each sign.
"""

import sys
import time

import numpy as np


def window_all(flags, length):
    """True where this and the length - 1 flags before it are."""
    sums = np.cumsum(flags, axis=1, dtype=np.int32)
    full = sums.copy()
    full[:, length:] -= sums[:, :-length]
    result = full == length
    result[:, : length - 1] = False
    return result


def back_filled(flags, length):
    """True where this or one of the length - 1 flags after it is."""
    padded = np.concatenate([flags, np.zeros((flags.shape[0], length - 1), dtype=bool)], axis=1)
    sums = np.cumsum(padded, axis=1, dtype=np.int32)
    sums = np.concatenate([np.zeros((flags.shape[0], 1), dtype=np.int32), sums], axis=1)
    return sums[:, length:] > sums[:, :-length]


def charts(y):
    mean = np.nanmean(y, axis=1, keepdims=True)
    moving = np.abs(np.diff(y, axis=1))
    average = np.nanmean(moving, axis=1, keepdims=True)
    screened = np.where(moving < 3.267 * average, moving, np.nan)
    average = np.nanmean(screened, axis=1, keepdims=True)
    above = y > mean
    below = y < mean
    high = y > mean + 2.66 * average
    low = y < mean - 2.66 * average
    outside = high | low
    near = ~outside & ((y > mean + 2 * (2.66 / 3) * average) | (y < mean - 2 * (2.66 / 3) * average))
    shift = window_all(above, 7) | window_all(below, 7)
    step = np.diff(y, axis=1, prepend=np.nan)
    trend = window_all(step > 0, 6) | window_all(step < 0, 6)
    triple = window_all(above, 3) | window_all(below, 3)
    near_count = near.astype(np.int32)
    near_count[:, 1:] += near[:, :-1]
    near_count[:, 2:] += near[:, :-2]
    two = triple & (near_count >= 2)
    shown_two = back_filled(two, 3) & near
    return outside, back_filled(shift, 7), back_filled(trend, 7), shown_two, shift, trend, two


def main():
    file, series, length, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    y = np.fromfile(file).reshape(series, length)
    for _ in range(rounds):
        start = time.perf_counter()
        signs = charts(y)
        print(time.perf_counter() - start)
    print(*[int(sign.sum()) for sign in signs])


if __name__ == "__main__":
    main()
