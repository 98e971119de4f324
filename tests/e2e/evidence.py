#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an analyst's file to a verdict on each candidate, in the real window.

evidence.py PROGRAM NSM EXAMPLE OUTPUT-DIRECTORY

The file is as a German spreadsheet writes it: semicolons, decimal commas, Windows-1252. Whether
a customer stays depends on the projects that were completed, and not on the pages that were
looked at. Then a newer file, a picture, an elimination; and no row of the file is in the
workshop.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from driver import App, wait  # noqa: E402
from facilitator import Facilitator  # noqa: E402

PROGRAM, NSM, EXAMPLE = sys.argv[1:4]
OUT = pathlib.Path(sys.argv[4]).resolve()
FILE = OUT / 'evidence.nsm'
GOOD, WEAK = 'Projects completed', 'Projects under way'
CUSTOMER = 'Kundin-{}-Zanzibar'


def write_data(path, n, seed):
    """Customers: those with projects completed stay and pay; projects under way are noise."""
    draw = random.Random(seed)
    lines = ['Customer;Plan;Projects completed;Projects under way;Retained after 90 days;Revenue']
    for i in range(n):
        completed = min(int(draw.expovariate(0.4)), 12)
        way = draw.randint(0, 9)
        retained = draw.random() < 0.1 + 0.07 * completed
        revenue = 20 + 9.5 * completed * draw.random() + 15 * draw.random()
        plan = draw.choice(['Büro', 'Schule', 'Agentur'])
        lines.append(f'{CUSTOMER.format(i)};{plan};{completed};{way};{"ja" if retained else "nein"};'
                     + f'{revenue:.2f}'.replace('.', ','))
    path.write_bytes('\r\n'.join(lines + ['']).encode('windows-1252'))


def prepare():
    """The candidates of the example, before anybody looked at data."""
    workshop = json.loads(pathlib.Path(EXAMPLE).read_text())
    for name in ('evidence', 'rounds', 'conclusions', 'stress_results'):
        workshop.pop(name, None)
    for candidate in workshop['candidates']:
        for name in ('evidence_verdict', 'evidence_why', 'noise', 'react_months'):
            candidate.pop(name, None)
    workshop['decision'] = {}
    workshop['final'] = False
    FILE.write_text(json.dumps(workshop))
    write_data(OUT / 'customers.csv', 900, 4)
    write_data(OUT / 'customers-june.csv', 1200, 5)


def read():
    return json.loads(FILE.read_text())


def results(outcome, group=''):
    """What the workshop has about the outcome: by title of the candidate."""
    workshop = read()
    names = {m['id']: m['name'] for m in workshop['metrics']}
    titles = {c['id']: names[c['metric']] for c in workshop['candidates']}
    return {titles[e['candidate']]: e for e in workshop.get('evidence', [])
            if e.get('outcome') == outcome and e.get('group', '') == group}


class Evidence(Facilitator):
    def choose_file(self, path):
        """In the dialog that asks for a file."""
        self.app.find('button', '_Open Open')
        self.app.key('ctrl+l')
        self.app.type(str(path))
        wait(lambda: 'sensitive' in self.app.button('_Open Open').states, 'the file to be found')
        self.app.key('Return')

    def open_file(self):
        self.go('Evidence')
        self.app.find(('label', 'heading'), 'Your data')
        self.picture('empty')
        self.press('Open _Data…')
        self.choose_file(OUT / 'customers.csv')
        self.app.find(('label', 'heading'), 'What is in this file?')
        self.app.find('label', 'Semicolons, decimal comma')
        self.picture('what-is-in-it')

    def say_when(self):
        for who, first, last in (('All candidates', '1', '14'), ('All outcomes', '15', '90')):
            self.choose(who, 'Days since each customer’s start')
            self.app.key('Tab', 'ctrl+a')
            self.app.type(first)
            self.app.key('Tab')
            self.app.type(last)
            self.app.key('Tab')
        self.app.find('label', 'Counted before the outcome, as it should be.')
        self.picture('measured')

    def look(self):
        self.press('_Look at the Data')
        wait(lambda: read().get('datasets'), 'the file to be in the workshop')
        retention = results('retention')
        assert retention[GOOD]['coefficient'] > 0.3 and retention[GOOD]['rows'] == 900, retention
        assert abs(retention[WEAK]['coefficient']) < 0.1, retention
        assert not retention[GOOD].get('overlaps') and not retention[GOOD].get('timing_unsaid'), retention
        assert len([e for e in read()['evidence'] if e.get('group')]) == 12
        self.app.find('label', 'It goes along')
        self.picture('verdict')

    def pictures(self):
        card = self.app.find('button', GOOD + ', per month', under=self.place, exact=True)
        assert 'pressed' in card.states, card  # the first with results opened by itself
        for _ in range(8):
            self.app.mouse(600, 500, '5')  # the wheel: down to the figures
        for name in ('Thresholds', 'By Segment', 'By Tenths', 'Scatter'):
            self.app.find('button', name, under=self.place, exact=True).click()
            wait(lambda: 'pressed' in self.app.find('button', name, under=self.place, exact=True).states,
                 f'the picture “{name}”')
            self.app.find('image', GOOD, under=self.place)
            self.picture('picture-' + name.lower().replace(' ', '-'))

    def newer_file(self):
        before = results('retention')[GOOD]
        for _ in range(20):
            self.app.mouse(600, 500, '4')  # the wheel: up again, to the card of the file
        self.press('Read a Ne_wer File…')
        self.choose_file(OUT / 'customers-june.csv')
        self.app.find('label', 'customers-june.csv · ')
        self.app.find('label', 'days 15 to 90')
        self.press('_Look at the Data')
        wait(lambda: read()['datasets'][0]['name'] == 'customers-june.csv', 'the newer file to be read')
        after = results('retention')[GOOD]
        assert after['rows'] == 1200 and after['earlier_rows'] == 900, after
        assert abs(after['earlier_coefficient'] - before['coefficient']) < 1e-12, (before, after)
        assert len(read()['datasets']) == 1
        self.picture('newer')

    def the_same_in_the_terminal(self):
        done = subprocess.run([NSM, 'evidence', str(OUT / 'customers-june.csv'), '--candidate', GOOD,
                               '--outcome', 'Retained after 90 days', '--format=json'],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        there = json.loads(done.stdout)['candidates'][0]['results'][0]
        here = results('retention')[GOOD]
        for a, b in (('r', 'coefficient'), ('low', 'low'), ('high', 'high'), ('rho', 'rank_coefficient')):
            assert abs(there[a] - here[b]) < 1e-12, (there, here)

    def eliminate(self):
        self.app.find('button', WEAK + ', per week', under=self.place, exact=True).click()
        self.press(f'Eliminate “{WEAK}')
        self.picture('eliminate')
        self.app.key('alt+e')
        wait(lambda: 'eliminated' in {c.get('standing') for c in read()['candidates']}, 'it to be eliminated')

    def no_row_is_kept(self):
        text = FILE.read_text()
        assert 'Zanzibar' not in text and 'Büro' in text
        for result in read()['evidence']:
            for name in ('bins', 'grid'):
                assert all(part['rows'] >= 5 for part in result.get(name, [])), result

    def document(self):
        done = subprocess.run([NSM, 'export', str(FILE), '-o', str(OUT / 'evidence.html'), '--force'],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        html = (OUT / 'evidence.html').read_text()
        assert 'customers-june.csv' in html and '<svg' in html


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    prepare()
    app = App([PROGRAM, str(FILE)], log=str(OUT / 'program.log'))
    test = Evidence(app, OUT)
    test.run((test.open_file, test.say_when, test.look, test.pictures, test.newer_file,
              test.the_same_in_the_terminal, test.eliminate, test.no_row_is_kept, test.document,
              test.nothing_to_complain_of))


main()
