#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test runs reported: count-results.py LOG…

Each LOG is the path of a run's logs without suffix. Prints what failed and what
was skipped, and last "PASSED FAILED SKIPPED". Every TAP line is a test of its
own; a program that failed though all its lines are fine (it crashed, leaked, or
tested nothing) counts as one failure.
"""
import json
import sys
import xml.etree.ElementTree as ET


def read(log):
    """The suites of a run by name, and the names of the programs that failed as a whole."""
    suites = {suite.get('name').rpartition(' / ')[2]: suite
              for suite in ET.parse(log + '.junit.xml').getroot().iter('testsuite')}
    with open(log + '.json', encoding='utf-8') as lines:
        programs = [json.loads(line) for line in lines]
    return suites, programs


def main(logs):
    passed = failed = skipped = 0
    for log in logs:
        try:
            suites, programs = read(log)
        except (OSError, ValueError, ET.ParseError) as problem:
            print(f'failed: {log}: {problem}')
            failed += 1
            continue
        for program in programs:
            name = program['name'].rpartition(' / ')[2]
            cases = list(suites[name].iter('testcase')) if name in suites else []
            bad = 0
            for case in cases:
                title = f"{name}: {case.get('name')}"
                if case.find('failure') is not None or case.find('error') is not None:
                    print('failed:', title)
                    bad += 1
                elif case.find('skipped') is not None:
                    print('skipped:', title)
                    skipped += 1
                else:
                    passed += 1
            fine = program['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL')
            if not cases and fine:
                passed += 1
            elif not fine and bad == 0:
                print(f"failed: {name} as a whole ({program['result']}; see {log}.txt)")
                bad = 1
            failed += bad
    print(passed, failed, skipped)


main(sys.argv[1:])
