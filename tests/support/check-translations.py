#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the translations, as a TAP test: check-translations.py SOURCE-DIRECTORY

po/POTFILES names every file with texts in it and no other; the template is the
one that follows from these; every language of po/LINGUAS is complete, without
fuzzy entries, and formats the same values in the same order of types.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(sys.argv[1]).resolve()
PO = SOURCE / 'po'
IN_C = re.compile(r'\b(?:N_|_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2) ?\(')
IN_UI = re.compile(r'translatable="(?:yes|true|1)"')
# What the glib preset of Meson's i18n module gives to xgettext.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'g_dgettext:2']


def lines(path):
    return [line.strip() for line in path.read_text().splitlines()
            if line.strip() and not line.startswith('#')]


def run(*command):
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def files_with_texts():
    found = set()
    for folder in ('app', 'ui'):
        for path in (SOURCE / folder).rglob('*'):
            pattern = {'.c': IN_C, '.h': IN_C, '.ui': IN_UI}.get(path.suffix)
            if pattern and pattern.search(path.read_text()):
                found.add(str(path.relative_to(SOURCE)))
    for path in (SOURCE / 'data').glob('*'):
        if path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')):
            found.add(str(path.relative_to(SOURCE)))
    return found


def check_potfiles():
    listed = lines(PO / 'POTFILES')
    wanted = files_with_texts()
    missing = sorted(wanted - set(listed))
    stale = sorted(set(listed) - wanted)
    problems = [f'missing in po/POTFILES: {name}' for name in missing]
    problems += [f'without texts, but in po/POTFILES: {name}' for name in stale]
    return '\n'.join(problems)


def messages(path):
    """Only what is to be translated, in order, without places and dates."""
    code, text = run('msgcat', '--no-location', '--no-wrap', '--sort-output', str(path))
    assert code == 0, text
    return [line for line in text.splitlines() if line.startswith(('msgid', 'msgctxt'))]


def check_macros(template):
    """xgettext ends a text at a macro that it doesn't know, such as G_GSIZE_FORMAT."""
    return '\n'.join(f'cut off at a macro: {line}' for line in messages(template)
                     if re.search(r'(?<![%\d])(?<!\d\s)%"$', line))


def main():
    languages = lines(PO / 'LINGUAS')
    print(f'1..{3 + 2 * len(languages)}')
    number = 0

    def report(name, problem):
        nonlocal number
        number += 1
        print(f"{'not ok' if problem else 'ok'} {number} {name}")
        for line in problem.splitlines():
            print('#', line)

    report('POTFILES is complete', check_potfiles())
    with tempfile.TemporaryDirectory() as scratch:
        template = pathlib.Path(scratch) / 'template.pot'
        code, text = run('xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=x',
                         '--files-from=po/POTFILES', f'--output={template}',
                         *[f'--keyword={word}' for word in KEYWORDS])
        if code:
            report('the template can be made', text)
            return
        report('no text is cut off', check_macros(template))
        ours = messages(PO / 'north-star-workshop.pot')
        new = messages(template)
        difference = [f'new: {line}' for line in new if line not in set(ours)]
        difference += [f'gone: {line}' for line in ours if line not in set(new)]
        report('the template is up to date', '\n'.join(difference[:20]))
        for language in languages:
            po = PO / f'{language}.po'
            code, text = run('msgfmt', '--check', '--statistics', '-o', '/dev/null', str(po))
            if code == 0 and re.search(r'fuzzy|untranslated', text) is None:
                text = ''
            report(f'{language} is well-formed and complete', text)
            code, text = run('msgcmp', str(po), str(template))
            missing = [line for line in text.splitlines() if 'error' in line or 'fuzzy' in line]
            report(f'{language} has all of the template', '\n'.join(missing[:20]) if code else '')


main()
