#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader can say of everything that can have the focus.

names.py PROGRAM EXAMPLE OUTPUT-DIRECTORY

Goes through every place of a filled workshop. Whatever can be seen and can have the focus must
have a name of its own: where there is none, GTK tells the name of its type.
"""
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from driver import App, wait  # noqa: E402

PROGRAM, EXAMPLE = sys.argv[1:3]
OUT = pathlib.Path(sys.argv[3]).resolve()
TYPE_NAME = re.compile(r'\b(Gtk|Adw|Nsm)[A-Z]\w+')
# What is worked with; lists and what scrolls only hold others.
CONTROLS = ('button', 'toggle button', 'check box', 'radio button', 'combo box', 'entry', 'text',
            'spin button', 'slider')


def nameless(app):
    return [node for node in app.nodes()
            if 'focusable' in node.states and node.role in CONTROLS
            and (not node.name.strip() or TYPE_NAME.search(node.name)) and node.can_be_seen()]


def where(app, node):
    by_path = {other.path: other for other in app.nodes()}
    trail = []
    while node is not None and len(trail) < 12:
        trail.append(repr(node))
        node = by_path.get(node.parent)
    return ' in '.join(trail)


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    file = OUT / 'filled.nsm'
    shutil.copyfile(EXAMPLE, file)
    app = App([PROGRAM, str(file)], log=str(OUT / 'program.log'))
    failed = 0
    try:
        # The place and how far it is: "Value, done"
        first = app.find('list item', 'Set up,')
        rows = [node for node in app.all('list item', ', ') if node.parent == first.parent]
        rows.sort(key=lambda node: node.index)
        app.screenshot(str(OUT / 'first.png'))
        print(f'1..{len(rows)}')
        for number, row in enumerate(rows, 1):
            name = row.name.split(',')[0]
            if number <= 10:
                app.key(f'alt+{number - 1}')
            else:
                app.click('Go on to ' + name)
            wait(lambda: 'selected' in app.find('list item', name + ',').states, f'{name} to be open')
            found = nameless(app)
            failed += len(found)
            for node in found:
                print('#', where(app, node))
            print('not ok' if found else 'ok', number, name, flush=True)
    except Exception:
        (OUT / 'tree.txt').write_text(app.dump())
        app.screenshot(str(OUT / 'failed.png'))
        raise
    finally:
        app.stop()
    sys.exit(1 if failed else 0)


main()
