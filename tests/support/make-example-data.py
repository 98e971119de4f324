#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/examples/fitness-customers.csv: invented customers of the fitness example.

usage: make-example-data.py [--check FILE]

Only sums and products of Python's own generator with a fixed seed, so that the file is the
same on every machine. --check compares instead of printing.
"""
import random
import sys

CUSTOMERS = 400
PLANS = ['Free', 'Monthly', 'Annual']
MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12']


def make_customer(number, draw):
    plan = PLANS[0 if draw.random() < 0.45 else 1 if draw.random() < 0.6 else 2]
    started = sum(draw.random() < 0.32 for _ in range(14))
    keen = draw.random()
    completed = sum(draw.random() < 0.25 + 0.6 * keen for _ in range(started))
    minutes = sum(18 + int(24 * draw.random()) for _ in range(completed))
    minutes += sum(int(9 * draw.random()) for _ in range(started - completed))
    stays = 0.08 + (0.55 if completed >= 3 else 0.06 * completed) + (0.12 if plan == 'Annual' else 0)
    retained = draw.random() < stays
    price = {'Free': 0, 'Monthly': 9.90, 'Annual': 6.60}[plan]
    extras = sum(draw.random() < 0.04 + 0.03 * completed for _ in range(6))
    revenue = price * (3 if retained else 1) + 4.90 * extras
    missing = draw.random() < 0.03
    return [f'C{number:04d}', MONTHS[number * len(MONTHS) // CUSTOMERS], plan, str(started),
            str(completed), '' if missing else str(minutes), '1' if retained else '0',
            f'{revenue:.2f}']


def make_text():
    draw = random.Random(20260222)
    lines = [['customer_id', 'signup_month', 'plan', 'workouts_started_first_14_days',
              'workouts_completed_first_14_days', 'workout_minutes_first_14_days', 'retained_d90',
              'revenue_eur']]
    lines += [make_customer(number, draw) for number in range(CUSTOMERS)]
    return ''.join(','.join(line) + '\n' for line in lines)


def main():
    if len(sys.argv) == 3 and sys.argv[1] == '--check':
        with open(sys.argv[2], encoding='utf-8', newline='') as file:
            same = file.read() == make_text()
        print('1..1\n' + ('ok' if same else 'not ok') + ' 1 the example data is what its generator makes')
    else:
        sys.stdout.write(make_text())


main()
