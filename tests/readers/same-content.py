#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format says the same, section by section, no more and no less.

same-content.py NSM WRITE-EXTREME DATA DIRECTORY

The XML document is what the others are held against. That the comparison would notice is tested,
too: by leaving out a block, and by adding one.
"""

import os
import sys

import words


def formats():
    """What can be written and read here: suffix, reader."""
    return list(words.READERS.items())


def check_that_it_notices(tap, reference, raw, name):
    """A text with a paragraph less, or one more, isn't the same any more."""
    long_ones = [b for b in reference.blocks if len(b.words()) > 60 and len(b.parts) == 1]
    block = long_ones[len(long_ones) // 2]
    text = words.Text(raw)
    start = text.stream.find(block.words())
    first, last = text.places[start], text.places[start + len(block.words()) - 1]
    less = text.text[:first] + text.text[last + 1:]
    while block.words() in words.letters(less):  # said more than once
        text = words.Text(less)
        start = text.stream.find(block.words())
        first, last = text.places[start], text.places[start + len(block.words()) - 1]
        less = text.text[:first] + text.text[last + 1:]
    tap.check(words.compare(reference, less), f'{name}: a missing paragraph is noticed')
    text = words.Text(raw)
    first = text.places[text.stream.find(block.words())]
    more = text.text[:first] + '\nunheardof words\n' + text.text[first:]
    tap.check(words.compare(reference, more), f'{name}: a paragraph too much is noticed')


def compare_summaries(tap, nsm, workshop, name, directory):
    base = os.path.join(directory, name + '-summary')
    words.export(nsm, workshop, base + '.xml', '--scope=summary')
    reference = words.Reference(base + '.xml')
    for suffix, read in formats():
        both_ways = any(words.is_backwards(b.raw) for b in reference.blocks)
        if suffix == 'pdf' and both_ways:
            continue
        words.export(nsm, workshop, f'{base}.{suffix}', '--scope=summary')
        problems = words.compare(reference, read(f'{base}.{suffix}'))
        tap.check(not problems, f'{name}, summary: {suffix} says what XML says', problems)


def main():
    nsm, extreme, data, directory = sys.argv[1:5]
    os.makedirs(directory, exist_ok=True)
    tap = words.Tap()
    tested = False
    for name, workshop in words.workshops(data, extreme, directory):
        compare_summaries(tap, nsm, workshop, name, directory)
        base = os.path.join(directory, name)
        words.export(nsm, workshop, base + '.xml')
        reference = words.Reference(base + '.xml')
        for suffix, read in formats():
            path = f'{base}.{suffix}'
            words.export(nsm, workshop, path)
            raw = read(path)
            both_ways = any(words.is_backwards(b.raw) for b in reference.blocks)
            if suffix == 'pdf' and both_ways:
                problems = words.compare_bags(reference, raw)
            else:
                problems = words.compare(reference, raw)
            tap.check(not problems, f'{name}: {suffix} says what XML says', problems)
            if suffix == 'docx' and not tested and not problems:
                check_that_it_notices(tap, reference, raw, f'{name}, {suffix}')
                tested = True
    tap.check(tested, 'the comparison was tried on texts that differ')
    tap.finish()


main()
