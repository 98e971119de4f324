#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times writing the document in every format, whole processes, beside pandoc.

    documents.py NSM FILE… [--written-by TOOL]

TOOL writes one more workshop to the file that it is given. Of each workshop every format is
written by "nsm export" in a process of its own; pandoc makes HTML and DOCX of the Markdown that we
wrote, as the nearest that a team could do by hand: it has less to do, for it neither computes
figures nor draws them. The best of three counts, by turns, so that whatever else the machine does
falls upon all. Ratios are printed, not judged.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

# A format, and what a file of it is called.
FORMATS = {'pdf': 'pdf', 'docx': 'docx', 'html': 'html', 'markdown': 'md', 'xml': 'xml',
           'decision-record': 'record.md', 'calendar': 'ics', 'scores': 'csv'}
PEERS = ('html', 'docx')
N_RUNS = 3


def run(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(nsm, workshop, folder):
    def to(suffix):
        return os.path.join(folder, 'document.' + suffix)

    commands = {('nsm', name): [nsm, 'export', workshop, '--force', '--format=' + name, '-o',
                                to(suffix)]
                for name, suffix in FORMATS.items()}
    if shutil.which('pandoc'):
        commands.update({('pandoc', name): ['pandoc', '--standalone', '--metadata=title:Document',
                                            '-f', 'gfm', '-t', name, to('md'), '-o',
                                            to('pandoc.' + name)]
                         for name in PEERS})
    else:
        print('pandoc isn’t installed, so it isn’t compared with')
    best = {}
    for _ in range(N_RUNS):
        for which, command in commands.items():
            best[which] = min(best.get(which, float('inf')), run(command))
    return best, {name: os.path.getsize(to(suffix)) for name, suffix in FORMATS.items()}


def compare(nsm, workshops, folder):
    for workshop in workshops:
        best, sizes = measure(nsm, workshop, folder)
        print('%s, %.0f kB' % (os.path.basename(workshop), os.path.getsize(workshop) / 1e3))
        for name in FORMATS:
            seconds = best['nsm', name]
            peer = best.get(('pandoc', name))
            print('%18s %7.3f s %8.0f kB%s' % (
                name, seconds, sizes[name] / 1e3,
                '   pandoc: %.1f times as long' % (peer / seconds) if peer else ''))
        print('%18s %7.3f s' % ('all', sum(best['nsm', name] for name in FORMATS)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('nsm')
    parser.add_argument('workshops', nargs='*')
    parser.add_argument('--written-by')
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='nsm-bench-') as folder:
        workshops = wanted.workshops
        if wanted.written_by:
            workshops.append(os.path.join(folder, 'extreme.nsm'))
            subprocess.run([wanted.written_by, workshops[-1]], check=True)
        compare(wanted.nsm, workshops, folder)


main()
