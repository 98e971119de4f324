#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test runs reported: count-results.py LOG.junit.xml…

Prints what failed and what was skipped, and last "PASSED FAILED SKIPPED". Every
TAP line is a test of its own; a program that crashed, or ended without having
tested anything, counts as one failure.
"""
import sys
import xml.etree.ElementTree as ET


def main(paths):
    passed = failed = skipped = 0
    for path in paths:
        try:
            root = ET.parse(path).getroot()
        except (OSError, ET.ParseError) as problem:
            print(f'failed: {path}: {problem}')
            failed += 1
            continue
        for suite in root.iter('testsuite'):
            cases = list(suite.iter('testcase'))
            bad = 0
            for case in cases:
                name = f"{suite.get('name')}: {case.get('name')}"
                if case.find('failure') is not None or case.find('error') is not None:
                    print('failed:', name)
                    bad += 1
                elif case.find('skipped') is not None:
                    print('skipped:', name)
                    skipped += 1
                else:
                    passed += 1
            # A program may fail as a whole though every line it got to is fine.
            whole = int(suite.get('failures') or 0) + int(suite.get('errors') or 0)
            if whole > bad or not cases:
                print('failed:', suite.get('name'), 'as a whole')
                bad += 1
            failed += bad
    print(passed, failed, skipped)


main(sys.argv[1:])
