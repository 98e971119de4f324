#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times looking at a large file, whole processes side by side: ours, pandas, and data.table.

    data.py GENERATE NSM LOOK PANDAS DATA.TABLE

Each reads the same file in the same run, NSM_BENCH_ROWS rows (a million unless said), and
finds Pearson's r and Spearman's rho with mid-ranks of five candidates and two outcomes, of
all rows and of five segments, and the means by month. Ours is "nsm evidence", which also finds
intervals, bins, grids, thresholds, lags, what the figures say and the file's SHA-256, all in
its time. The best of three counts. LOOK tells the means, which nsm doesn't print.
Fails when they don't find the same to 1e-9; how fast they are is printed, not judged.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

CANDIDATES = ['projects', 'shared', 'minutes', 'searches', 'depth']
OUTCOMES = ['retained', 'revenue']
N_RUNS = 3
NEAR = 1e-9


def get_command(nsm, path):
    return ([nsm, 'evidence', path, '--segment=segment', '--date=came', '--period=month',
             '--format=json'] + ['--candidate=' + name for name in CANDIDATES]
            + ['--outcome=' + name for name in OUTCOMES])


def list_pairs(found):
    return [[result['column'], result['outcome'], result['segment'] or '', result['n'],
             result['r'], result['rho']]
            for candidate in found['candidates'] for result in candidate['results']]


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
    generate, nsm, look, pandas, data_table = sys.argv[1:]
    n_rows = os.environ.get('NSM_BENCH_ROWS', '1000000')
    with tempfile.TemporaryDirectory(prefix='nsm-bench-') as folder:
        path = os.path.join(folder, 'customers.csv')
        with open(path, 'wb') as file:
            subprocess.run([generate, n_rows], stdout=file, check=True)
        print('%s rows, %.1f MB' % (n_rows, os.path.getsize(path) / 1e6))
        peers = find_peers(pandas, data_table)
        commands = {'nsm': get_command(nsm, path),
                    **{name: command + [path] for name, command in peers.items()}}
        best = {}
        # By turns, so that whatever else the machine does falls upon all of them.
        for _ in range(N_RUNS):
            for name, command in commands.items():
                result = run(command)
                best[name] = min(best.get(name, result), result, key=lambda found: found[0])
        inside = run([look, path])[2]
        stopped = run([look, path, 'cancel'])[2]['longest']
    seconds, memory, found = best.pop('nsm')
    ours = {'pairs': list_pairs(found), 'means': inside['means']}
    compare('inside', inside, ours)
    print('%12s %7.3f s %7.0f MB   (reading %.3f s, computing %.3f s; stops at most %.1f ms after '
          'Cancel)' % ('nsm', seconds, memory, inside['reading'], inside['computing'], stopped))
    for name, (their_seconds, their_memory, theirs) in best.items():
        compare(name, ours, theirs)
        print('%12s %7.3f s %7.0f MB   %.1f times as long, %.1f times the memory' % (
            name, their_seconds, their_memory, their_seconds / seconds, their_memory / memory))
    if best:
        print('All find the same, to %g' % NEAR)


main()
