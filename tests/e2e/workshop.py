#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole workshop in the real window, as people would do it.

workshop.py PROGRAM OUTPUT-DIRECTORY

Four people, three good candidates and two bad ones, from the start screen to the
exported document. A screenshot of every page stays in the output directory.
"""
import pathlib
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from driver import App, wait  # noqa: E402
from facilitator import Facilitator  # noqa: E402

PROGRAM, OUT = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
PEOPLE = [('Mei', 'Product'), ('Jonas', 'Engineering'), ('Amara', 'Data'), ('Luis', 'Customer-facing')]
GOOD = [('Teams completing a project', 'Each month', 'teams', 'complete at least one project'),
        ('Projects on time', 'Each week', 'projects', 'are finished by their due date'),
        ('Projects finished', 'Each month', 'projects', 'are finished')]
BAD = [('Page views', 'Each month', 'pages', 'are viewed', 'A confusing page gets more of them.'),
       ('Registered users', 'Each month', 'users', 'have ever registered', 'It can only rise.')]
# How each of the five is marked by whoever it is, on all criteria.
MARKS = {'Teams completing a project': '5', 'Projects on time': '4', 'Projects finished': '3',
         'Page views': '1', 'Registered users': '2'}
FORMULA = 'The number of distinct teams that complete at least one project in a calendar month.'


class Workshop(Facilitator):
    def begin(self):
        self.picture('start')
        self.app.find('label', 'Run a workshop').mouse()
        self.app.find('button', 'Go on to')

    # The steps

    def set_up(self):
        self.place = self.app.find(('panel', 'grouping'), 'Set up', exact=True)
        self.write('Product', 'Acme Projects')
        self.write('Name of the workshop', 'Acme Projects')
        self.write('What the product does', 'Plans and tasks for teams.')
        self.write('Business model', 'Subscription per seat.')
        self.choose('Stage', 'Growth')
        for name, function in PEOPLE:
            self.press('Person Person')
            card = wait(lambda: self.last_card('Unnamed'), 'a card for a person')
            self.write('Name', name, under=card)
            self.choose('Function', function, under=card)
        self.picture('set-up')

    def value(self):
        self.go('Value')
        self.write('Value proposition, as an outcome', 'Teams finish projects on time with less chasing.')
        self.write('When', 'several people must finish something')
        self.write('Customers hire us to', 'bring it to its end together')
        self.write('So that they can', 'keep their promises')
        for moment in ('The first project is finished', 'A task changes hands', 'The plan is up to date'):
            self.press('Value moment Value moment')
            card = wait(lambda: self.last_card('Unnamed'), 'a card for a value moment')
            self.write('Value moment', moment, under=card)
        self.picture('value')

    def game(self):
        self.go('Game')
        self.press('Productivity')
        self.picture('game')

    def candidates(self):
        self.go('Candidates')
        for name, window, unit, statement, *why in GOOD + BAD:
            self.press('Bad on purpose' if why else 'Candidate', exact=True)
            card = wait(lambda: self.last_card('Metric without a name'), 'a card for a candidate')
            self.write('Name', name, under=card)
            self.write('Unit', unit, under=card)
            self.write('That do or get what', statement, under=card)
            self.choose('Time window', window, under=card)
            if why:
                self.write('Why it fails', why[0], under=card)
        self.picture('candidates')

    def scoring(self):
        self.go('Scoring')
        self.press('Start the round')
        self.picture('scoring-open')
        self.app.click('Only I See This Screen')
        for number, (name, _) in enumerate(PEOPLE):
            self.app.find('button', 'I am ' + name)
            if number == 0:
                self.picture('pass')
            self.app.click('I am ' + name)
            self.ballot(number)
            if number == 0:
                self.picture('receipt')
            self.app.click('Done')
        self.app.find('heading', f'Round 1 is open: {len(PEOPLE)} of {len(PEOPLE)} are in')
        self.app.click('Close the round')
        self.app.find('heading', 'The round is closed')
        self.picture('closed')
        self.app.click('Reveal')
        self.app.button('Go on to Stress tests')
        self.picture('reveal')

    def ballot(self, number):
        keys = {name: mark * 6 for name, mark in MARKS.items()}
        self.score(keys, 'ballot' if number == 0 else None)

    def stress_tests(self):
        self.go('Stress tests')
        for test in range(8):
            self.app.key('h')
            time.sleep(0.2)
            if test == 3:
                self.picture('stress-test')
            self.app.key('Next')
        self.picture('stress-tests')

    def evidence(self):
        self.go('Evidence')
        self.picture('evidence')

    def metric_system(self):
        self.go('Metric system')
        self.press('Input')
        self.write('Name', 'Teams with a project under way')
        self.picture('metric-system')

    def decision(self):
        self.go('Decision')
        self.press('Choose it')
        self.write('Why this one', 'It counts teams that got what they came for, and it leads.')
        self.write('What it captures', 'Work that is finished.')
        self.write('What it misses', 'Whether it was on time.')
        self.write('Which inputs make up for that', 'Share of open projects finished.')
        others = [name for name, *_ in GOOD[1:] + BAD]
        for name in others:
            self.press('Draft a reason against ' + name)
            self.press('Keep the reason against ' + name)
        self.picture('decision')

    def definition(self):
        self.go('Definition')
        self.write('Exact formula', FORMULA)
        self.write('Owner', 'Mei, product')
        self.choose('Measured', 'Monthly')
        self.picture('definition')

    def commitment(self):
        self.go('Commitment')
        for position in range(len(PEOPLE)):
            self.press('Agrees', nth=position)
        self.write('“But what about revenue?”', 'It moves three months before revenue does.')
        self.press('Set the review')
        self.picture('commitment')

    def document(self):
        target = OUT / 'acme.html'
        self.press('Go on to the document')
        self.app.button('Export…')
        self.picture('document')
        self.app.click('Export…')
        wait(lambda: {'checked', 'focused'} <= self.app.find('check box', 'PDF').states, 'the dialog')
        self.take('Web page')
        self.picture('export')
        self.export_to(target)
        wait(target.exists, 'the exported document')
        self.picture('exported')
        html = target.read_text()
        for text in [FORMULA, 'Acme Projects', 'whether it was on time'.capitalize()] + [
                name for name, *_ in GOOD + BAD]:
            assert text in html, f'“{text}” isn’t in the document'


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    app = App([PROGRAM], log=str(OUT / 'program.log'))
    workshop = Workshop(app, OUT)
    workshop.run((workshop.set_up, workshop.value, workshop.game, workshop.candidates,
                  workshop.evidence, workshop.scoring, workshop.stress_tests, workshop.decision,
                  workshop.metric_system, workshop.definition, workshop.commitment,
                  workshop.document), start=workshop.begin)


main()
