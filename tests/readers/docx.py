#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Word document as LibreOffice and pandoc open it.

docx.py NSM WRITE-EXTREME DATA DIRECTORY
"""

import os
import re
import subprocess
import sys
import zipfile

import words


def convert(directory, path, kind):
    """What LibreOffice makes of a file, with a profile of its own and without a display."""
    target = os.path.join(directory, 'libreoffice')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{directory}/profile', '--headless',
                    '--convert-to', kind, '--outdir', target, path],
                   check=True, capture_output=True,
                   env={k: v for k, v in os.environ.items() if k not in ('DISPLAY',)})
    name = os.path.splitext(os.path.basename(path))[0] + '.' + kind.split(':')[0]
    return os.path.join(target, name)


def walk(node, kind):
    """All parts of pandoc's tree that are of one kind."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child, kind)
    elif isinstance(node, dict):
        if node.get('t') == kind:
            yield node['c']
        yield from walk(node.get('c'), kind)


def text_of(node):
    return words.letters(words.pandoc_text(node))


def check_with_pandoc(tap, name, path, reference):
    blocks = words.pandoc_json(path)['blocks']
    headings = [(c[0], text_of(c[2])) for c in walk(blocks, 'Header')]
    expected = [(min(level, 4), title) for level, title in reference.headings]
    different = [f'{a} is not {b}' for a, b in zip(headings, expected) if a != b]
    tap.check(headings == expected, f'{name}: pandoc sees the headings', different[:5])

    with_heads = [c for c in walk(blocks, 'Table') if text_of(c[3])]
    tap.check(len(with_heads) >= reference.tables > 0,
              f'{name}: all {reference.tables} tables have header rows',
              [f'{len(with_heads)} have'])

    images = list(walk(blocks, 'Image'))
    silent = [c[2] for c in images if len(text_of(c[1])) < 20]
    tap.check(not silent, f'{name}: {len(images)} pictures are told in words', silent)

    anchors = {c[0][0] for c in walk(blocks, 'Span')} | {c[1][0] for c in walk(blocks, 'Header')}
    dead = [c[2][0] for c in walk(blocks, 'Link') if c[2][0][1:] not in anchors]
    tap.check(not dead, f'{name}: links lead somewhere', dead[:5])


def check_with_libreoffice(tap, name, path, directory, reference):
    text = convert(directory, path, 'txt:Text (encoded):UTF8')
    with open(text, encoding='utf-8-sig') as file:
        problems = words.compare(reference, file.read())
    tap.check(not problems, f'{name}: LibreOffice reads what XML says', problems)

    pdf = convert(directory, path, 'pdf')
    pages = int(re.search(r'Pages:\s+(\d+)', words.run('pdfinfo', pdf)).group(1))
    tap.check(pages > 2, f'{name}: LibreOffice makes {pages} pages of it')
    # A page that is nearly empty says that something was pushed off the one before.
    sparse = [str(n) for n in range(2, pages) if len(words.letters(
        words.run('pdftotext', '-f', str(n), '-l', str(n), pdf, '-'))) < 120
        and not words.run('pdfimages', '-list', '-f', str(n), '-l', str(n), pdf).count('image ')]
    tap.check(not sparse, f'{name}: no page is nearly empty', [' '.join(sparse)])


def check_summary(tap, name, workshop, nsm, directory):
    path = os.path.join(directory, name + '-summary.docx')
    words.export(nsm, workshop, path, '--scope=summary')
    pages = re.search(r'Pages:\s+(\d+)', words.run('pdfinfo', convert(directory, path, 'pdf')))
    tap.check(pages.group(1) == '1', f'{name}: the summary is one page',
              [f'it is {pages.group(1)}'])


def check_nothing_runs(tap, name, path):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        relations = [package.read(n).decode() for n in names if n.endswith('.rels')]
    macros = [n for n in names if 'vba' in n.lower() or n.endswith('.bin')]
    tap.check(not macros and not any('TargetMode' in r for r in relations),
              f'{name}: no macros, and nothing from elsewhere', macros)


def main():
    nsm, extreme, data, directory = sys.argv[1:5]
    directory = os.path.abspath(directory)
    os.makedirs(directory, exist_ok=True)
    tap = words.Tap()
    for name, workshop in words.workshops(data, extreme, directory):
        path = os.path.join(directory, name + '.docx')
        words.export(nsm, workshop, path)
        words.export(nsm, workshop, path[:-5] + '.xml')
        reference = words.Reference(path[:-5] + '.xml')
        check_nothing_runs(tap, name, path)
        check_with_pandoc(tap, name, path, reference)
        check_with_libreoffice(tap, name, path, directory, reference)
        # Texts of any length are too much for one page.
        if name != 'extreme':
            check_summary(tap, name, workshop, nsm, directory)
    tap.finish()


main()
