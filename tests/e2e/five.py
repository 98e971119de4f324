#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private round of five people, in the real window.

five.py PROGRAM NSM EXAMPLE OUTPUT-DIRECTORY

Three answer on the laptop: one of them sees it quite differently, one abstains. Two send a ballot
file, and one of these has left by the reveal. Then the discussion, a second round and the
decision. In the end the transcript verifies, and that of a copy with one letter of one ballot
changed doesn't.
"""
import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from driver import App, wait  # noqa: E402
from facilitator import Facilitator  # noqa: E402

PROGRAM, NSM, EXAMPLE = sys.argv[1:4]
OUT = pathlib.Path(sys.argv[4]).resolve()
FILE = OUT / 'five.nsm'
LEADER, RIVAL = 'Teams completing', 'Projects completed on time'
REASON = 'Zanzibar: half of the projects have no due date'
# The leader is ahead of the rival by a hair, and Jonas alone marks how it can be measured with 1.
MARKS = {
    'Mei': {LEADER: '444445', RIVAL: '444444'},
    'Jonas': {LEADER: '444441', RIVAL: '444444'},
    'Luis': {LEADER: '444445', RIVAL: '444443'},
    'Ines': {LEADER: '444445', RIVAL: '444444'},
}
OTHERS = '222222'


def nsm(*arguments, status=0):
    done = subprocess.run([NSM, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def prepare():
    """The team and the candidates of the example, before anybody scored."""
    workshop = json.loads(pathlib.Path(EXAMPLE).read_text())
    for name in ('rounds', 'conclusions', 'stress-results', 'stress_results'):
        workshop.pop(name, None)
    workshop['decision'] = {}
    workshop['final'] = False
    workshop['participants'].append({'id': 'ines', 'name': 'Ines', 'function': 'leadership'})
    FILE.write_text(json.dumps(workshop))


def read():
    return json.loads(FILE.read_text())


class Five(Facilitator):
    def keys(self, name):
        running = [c for c in read()['candidates'] if c.get('standing', 'in') == 'in']
        titles = {m['id']: m['name'] for m in read()['metrics']}
        names = [titles[c['metric']] for c in running]
        marks = {}
        for title in names:
            marks[title] = next((m for start, m in MARKS[name].items() if title.startswith(start)), OTHERS)
        return marks

    def ballot_file(self, name, marks):
        """What somebody elsewhere does: answers the request, and sends a sealed file back."""
        request, answers = OUT / 'request.nsmballot', OUT / f'{name}.json'
        criteria = [c['name'] for c in read()['scorecard']['criteria']]
        names = {m['id']: m['name'] for m in read()['metrics']}
        ids = {names[c['metric']]: c['id'] for c in read()['candidates']}
        entries = [{'about': ids[title], 'criterion': criterion, 'mark': int(mark), 'why': REASON}
                   for title, row in marks.items() for criterion, mark in zip(criteria, row)]
        nsm('ballot', 'request', FILE, '-o', request, '--force')
        answers.write_text(json.dumps({'person': name, 'answers': entries}))
        ballot = OUT / f'{name}-{len(read()["rounds"])}.nsmballot'
        # Each at a computer of their own.
        home = OUT / f'home-{name}'
        home.mkdir(exist_ok=True)
        done = subprocess.run([NSM, 'ballot', 'answer', request, '-o', ballot, '--answers', answers],
                              capture_output=True, text=True,
                              env={'XDG_STATE_HOME': str(home), 'HOME': str(home), 'LC_ALL': 'C.UTF-8'})
        assert done.returncode == 0, done.stderr
        return ballot

    def take_in(self, ballot, name, is_new):
        before = self.count_in()
        self.app.click('Take in ballots…', under=self.place)
        self.app.find('button', '_Take In', exact=False)
        self.app.key('ctrl+l')
        self.app.type(str(ballot))
        wait(lambda: 'sensitive' in self.app.button('_Take In').states, 'the file to be found')
        self.app.click('_Take In')
        if is_new:
            self.app.find(('label', 'heading'), f'Is this ballot from {name}?')
            self.picture('key-of-' + name)
            self.app.click('Yes, Take It In')
        wait(lambda: self.count_in() == before + 1, f'the ballot of {name} to be in the file')

    def count_in(self):
        return sum(c['state'] == 'current' for c in read()['rounds'][-1].get('contributions', []))

    # What happens

    def first_round(self):
        self.go('Scoring')
        self.press('Start the round')
        self.app.click('Only I See This Screen')
        for name in ('Mei', 'Jonas'):
            self.app.click('I am ' + name)
            self.score(self.keys(name))
            self.app.click('Done')
        self.app.find('button', 'I am Amara')
        self.picture('turn')
        self.app.click('Abstain')
        self.app.click('Done')
        self.app.find('button', 'I am Luis')
        self.app.click('Pause')
        self.app.find('heading', '3 of 5 are in')
        self.picture('open')

    def ballot_files(self):
        self.app.find('list item', 'Ask people who aren’t here').mouse()
        for name in ('Luis', 'Ines'):
            self.take_in(self.ballot_file(name, self.keys(name)), name, True)
        self.app.find('heading', '5 of 5 are in')
        self.picture('all-in')

    def nothing_leaks(self):
        """Nothing of an answer is in what the program wrote so far."""
        assert not read()['rounds'][-1].get('answers')
        for path in OUT.rglob('*'):
            if path.is_file() and path.suffix in ('.nsm', '.nsmballot', '.log'):
                assert REASON.encode() not in path.read_bytes(), path

    def ines_leaves(self):
        self.go('Set up')
        self.press('Ines', exact=True)
        self.press('Has left the workshop')
        wait(lambda: read()['participants'][-1].get('retired'), 'Ines to have left')
        self.go('Scoring')
        self.app.find('label', 'Has left; the answer stays and counts')
        self.picture('left')

    def reveal(self):
        self.press('Close the round')
        self.app.find('heading', 'The round is closed')
        self.picture('closed')
        self.press('_Reveal')
        self.app.button('Discuss first')
        self.picture('reveal')
        answers = {a['person']: a['entries'] for a in read()['rounds'][0]['answers']}
        assert len(answers) == 5 and len(answers['ines']) == 36, answers.keys()

    def discuss(self):
        """What comes first is the one difference that decides who leads."""
        self.press('Discuss first')
        self.app.find(('heading', 'label'), LEADER)
        self.picture('discuss')
        self.app.find('label', 'Could change the winner')
        self.app.field('What did you conclude?', under=self.place).mouse()
        self.app.type('Every plan has a due date.')
        self.app.click('Agree on 4')
        self.app.click('Score this cell again')
        self.app.click('_Next')
        wait(lambda: read().get('conclusions'), 'the conclusion to be in the file')
        conclusion = read()['conclusions'][0]
        assert conclusion['agreed'] == 4 and conclusion['again'], conclusion
        self.picture('queue')

    def second_round(self):
        """Everybody begins with what they said before; Jonas alone comes round."""
        self.app.button('_Second round').click()
        for name in ('Mei', 'Jonas'):
            self.app.click('I am ' + name)
            self.app.find('heading', LEADER)
            if name == 'Jonas':
                self.picture('again')
                self.app.key('4')
            self.app.key('alt+l')
            self.app.find('heading', 'Locked in')
            self.app.click('Done')
        self.app.click('Abstain')
        self.app.click('Done')
        self.app.click('Pause')
        self.app.find('heading', '3 of 4 are in')
        marks = self.keys('Luis')
        self.app.find('list item', 'Ask people who aren’t here').mouse()
        self.take_in(self.ballot_file('Luis', marks), 'Luis', False)
        self.reveal_second()

    def reveal_second(self):
        self.press('Close the round')
        self.app.find('heading', 'The round is closed')
        self.picture('closed')
        self.press('_Reveal')
        moved = self.app.find('page tab', 'What moved')
        self.picture('second-reveal')
        moved.mouse()
        self.app.find('label', 'Jonas')
        self.picture('moved')
        # Nothing is left to talk about: the way is on, and what one could do again is a third.
        assert self.app.button('Go on to Stress tests').can_be_seen()
        assert self.app.button('A_nother round').can_be_seen()

    def decision(self):
        self.app.key('alt+7')  # the map is folded away beside what moved
        self.place = self.app.find(('panel', 'grouping'), 'Decision', exact=True)
        self.press('Choose it')
        wait(lambda: read()['decision'].get('chosen'), 'the choice to be in the file')
        self.picture('decision')

    def transcript(self):
        said = nsm('transcript', FILE)
        assert 'Ines' in said and 'Amara' in said, said
        nsm('score', FILE, '--format=json')
        altered = read()
        sealed = altered['rounds'][0]['contributions'][3]['sealed']
        letter = 'A' if sealed[1000] != 'A' else 'B'
        altered['rounds'][0]['contributions'][3]['sealed'] = sealed[:1000] + letter + sealed[1001:]
        copy = OUT / 'altered.nsm'
        copy.write_text(json.dumps(altered))
        assert 'Luis' in nsm('transcript', copy, status=1)


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    prepare()
    app = App([PROGRAM, str(FILE)], log=str(OUT / 'program.log'))
    five = Five(app, OUT)
    five.run((five.first_round, five.ballot_files, five.nothing_leaks, five.ines_leaves, five.reveal,
              five.discuss, five.second_round, five.decision, five.transcript,
              five.nothing_to_complain_of))


main()
