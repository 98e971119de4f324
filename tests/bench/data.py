#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times looking at a large file, whole processes side by side: ours, pandas, and data.table.

    data.py GENERATE OURS PANDAS DATA.TABLE

Each reads the same file in the same run, NSM_BENCH_ROWS rows (a million unless said), and
finds Pearson's r and Spearman's rho with mid-ranks of five candidates and two outcomes, of
all rows and of five segments, and the means by month. Ours also finds intervals, bins, grids,
thresholds, lags and the file's SHA-256, which are all in its time. The best of three counts.
Fails when they don't find the same to 1e-9; how fast they are is printed, not judged.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

N_RUNS = 3
NEAR = 1e-9


def run(command):
    """Returns (seconds, MB at most, what it printed)."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit('%s failed' % command[0])
        out.seek(0)
        return seconds, usage.ru_maxrss / 1024, json.load(out)


def is_near(a, b):
    return a == b or (a is not None and b is not None and abs(a - b) <= NEAR * max(1, abs(b)))


def compare(name, ours, theirs):
    pairs = {tuple(pair[:3]): pair[3:] for pair in theirs['pairs']}
    assert len(pairs) == len(ours['pairs']), (name, len(pairs), len(ours['pairs']))
    for candidate, outcome, group, *found in ours['pairs']:
        other = pairs[candidate, outcome, group]
        assert all(map(is_near, found, other)), (name, candidate, outcome, group, found, other)
    for column, means in ours['means'].items():
        other = theirs['means'][column]
        assert len(means) == len(other), (name, column)
        assert all(map(is_near, means, other)), (name, column, means, other)


def find_peers(pandas, data_table):
    peers = {}
    for name, check, command in (
            ('pandas', ['/usr/bin/python3', '-c', 'import pandas'], ['/usr/bin/python3', pandas]),
            ('data.table', ['Rscript', '-e', 'library(data.table)'], ['Rscript', data_table])):
        if shutil.which(check[0]) and subprocess.run(
                check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            peers[name] = command
        else:
            print('%s isn’t installed, so it isn’t compared with' % name)
    return peers


def main():
    generate, ours, pandas, data_table = sys.argv[1:]
    n_rows = os.environ.get('NSM_BENCH_ROWS', '1000000')
    with tempfile.TemporaryDirectory(prefix='nsm-bench-') as folder:
        path = os.path.join(folder, 'customers.csv')
        with open(path, 'wb') as file:
            subprocess.run([generate, n_rows], stdout=file, check=True)
        print('%s rows, %.1f MB' % (n_rows, os.path.getsize(path) / 1e6))
        commands = {'ours': [ours], **find_peers(pandas, data_table)}
        best = {}
        # By turns, so that whatever else the machine does falls upon all of them.
        for _ in range(N_RUNS):
            for name, command in commands.items():
                result = run(command + [path])
                best[name] = min(best.get(name, result), result, key=lambda found: found[0])
        stopped = run([ours, path, 'cancel'])[2]['longest']
    print('%12s %7.1f ms at most from Cancel to the end of computing' % ('', stopped))
    for name, (seconds, memory, found) in best.items():
        line = '%12s %7.3f s %7.0f MB' % (name, seconds, memory)
        if name == 'ours':
            line += '   reading %.3f s, computing %.3f s' % (found['reading'], found['computing'])
        else:
            compare(name, best['ours'][2], found)
            line += '   %.1f times as long, %.1f times the memory' % (
                seconds / best['ours'][0], memory / best['ours'][1])
        print(line)
    if len(best) > 1:
        print('All find the same, to %g' % NEAR)


main()
