#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a definition that is final to a document without names, and to the next version, in the
real window.

documents.py PROGRAM EXAMPLE OUTPUT-DIRECTORY
"""
import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from driver import App, wait  # noqa: E402
from facilitator import Facilitator  # noqa: E402

PROGRAM, EXAMPLE = sys.argv[1:3]
OUT = pathlib.Path(sys.argv[3]).resolve()
FILE = OUT / 'documents.nsm'
PDF = OUT / 'for-everybody.pdf'
OWNER = 'The growth team'
NOW = 'Now'


def read():
    return json.loads(FILE.read_text())


def read_pdf(path):
    return subprocess.run(['pdftotext', '-layout', str(path), '-'], check=True, capture_output=True,
                          text=True).stdout


class Documents(Facilitator):
    def go_to_document(self):
        """The last place on the map."""
        self.app.find('list item', 'Document', exact=True).mouse()
        self.app.button('Export')

    def look(self):
        self.go_to_document()
        self.app.find('heading', 'Final, version 1')
        self.app.button('Read')
        self.picture('read')
        self.app.click('Pages')
        wait(lambda: {'pressed', 'checked'} & self.app.button('Pages').states, 'the pages')
        self.picture('pages')

    def export(self):
        self.app.key('ctrl+e')
        wait(lambda: {'checked', 'focused'} <= self.app.find('check box', 'PDF').states,
             'the last choice')
        self.take('No names')
        self.app.find('label', 'What leaves the room: no names')
        self.picture('export')
        self.export_to(PDF)
        self.app.find('label', 'Exported “for-everybody.pdf”')
        self.app.button('Open')
        self.picture('exported')

    def nobody_is_named(self):
        text = read_pdf(PDF)
        assert 'Definition' in text and len(text) > 2000, text
        words = set(text.replace(',', ' ').replace('.', ' ').split())
        for person in read()['participants']:
            assert person['name'] not in words, person['name']

    def change(self):
        self.go('Definition')
        self.write('Owner', OWNER)
        wait(lambda: read()['definition']['owner'] == OWNER, 'the owner to be saved')
        self.go_to_document()
        self.app.find('heading', 'Draft of version 2')

    def freeze(self):
        self.app.click('Mark as _Final…')
        self.app.find('label', 'Nothing is missing.')
        self.app.find('label', OWNER)
        self.app.write('Why it changes', 'Another team took it over.')
        self.picture('freeze')
        self.app.click('_Freeze Version 2')
        self.app.find('heading', 'Final, version 2')
        wait(lambda: len(read()['versions']) == 2, 'two versions in the file')
        assert read()['versions'][1]['why'] == 'Another team took it over.'
        self.picture('version-2')

    def look_back(self):
        self.app.click(NOW)
        wait(lambda: 'focused' in self.app.find('list item', 'Now', exact=True).states,
             'the list of versions')
        self.picture('versions')
        self.app.key('Down', 'Down', 'Return')
        self.app.find('heading', 'Version 1')
        self.app.find('label', 'As it was when it became final.')
        self.picture('version-1')


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    shutil.copy(EXAMPLE, FILE)
    app = App([PROGRAM, str(FILE)], log=str(OUT / 'program.log'))
    test = Documents(app, OUT)
    test.run((test.look, test.export, test.nobody_is_named, test.change, test.freeze, test.look_back,
              test.nothing_to_complain_of))


main()
