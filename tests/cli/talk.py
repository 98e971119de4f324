#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""nsm ballot answer, as somebody at a terminal sees it, as a TAP test: talk.py NSM BALLOT-TOOL."""
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

NSM, TOOL = sys.argv[1], sys.argv[2]


class Talk:
    """A program at a terminal of its own."""

    def __init__(self, *command):
        self.seen = ''
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            # As in a terminal, whatever started the tests: nohup has hang-ups ignored.
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execv(command[0], [str(word) for word in command])

    def read(self, wait):
        ready, _, _ = select.select([self.terminal], [], [], wait)
        if not ready:
            return False
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            data = b''
        self.seen += data.decode('utf-8', 'replace').replace('\r\n', '\n')
        return bool(data)

    def expect(self, text):
        until = time.monotonic() + 20
        while text not in self.seen:
            if time.monotonic() > until or not self.read(1) and time.monotonic() > until:
                raise AssertionError(f'no “{text}” in:\n{self.seen}')
        before, _, self.seen = self.seen.partition(text)
        return before

    def say(self, line):
        os.write(self.terminal, (line + '\n').encode())

    def press(self, byte):
        os.write(self.terminal, byte)

    def end(self):
        while self.read(20):
            pass
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)


def run(*command, status=0):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL)
    assert done.returncode == status, f'{command}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout + done.stderr


def is_equal(found, expected):
    assert found == expected, f'found {found!r}, expected {expected!r}'


def begin(folder, kind):
    workshop, request = folder / 'w.nsm', folder / 'r.nsmballot'
    run(TOOL, 'open', workshop, kind, folder / 'keys')
    words = run(NSM, 'ballot', 'request', workshop, '-o', request).strip().split(': ')[1]
    talk = Talk(NSM, 'ballot', 'answer', request, '-o', folder / 'b.nsmballot')
    talk.expect(words)
    talk.expect('Who are you?')
    talk.expect('Number or name:')
    return talk


def finish(folder, talk):
    """Seals, imports, reveals; gives the entries that come out."""
    talk.expect('s to seal it')
    talk.say('s')
    talk.expect('Sealed into')
    is_equal(talk.end(), 0)
    run(NSM, 'ballot', 'import', '--accept', folder / 'w.nsm', folder / 'b.nsmballot')
    opened = json.loads(run(TOOL, 'reveal', folder / 'w.nsm', folder / 'keys'))
    is_equal(len(opened['answers']), 1)
    return opened, opened['answers'][0]['entries']


def try_scores(folder):
    talk = begin(folder, 'scores')
    talk.say('Nobody')
    talk.expect('“Nobody” isn’t asked')
    talk.say('jonas')
    talk.expect('Ballot of Jonas')
    talk.expect('1 of 4')
    talk.expect('5  fully')
    for number in range(12):
        talk.expect('to abstain')
        if number == 1:
            talk.say('7')
            talk.expect('b goes back')
            talk.expect('to abstain')
            talk.say('b')
            talk.expect('Criterion 1')
            talk.expect('to abstain')
            talk.say('2 mit Gründen')
            talk.expect('to abstain')
        talk.say('a' if number == 11 else str(number % 5 + 1))
    talk.expect('Your answer')
    talk.expect('2 · mit Gründen')
    opened, entries = finish(folder, talk)
    is_equal([entry.get('mark') for entry in entries], [2, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, None])
    is_equal(entries[0]['text'], 'mit Gründen')
    is_equal(entries[11]['abstained'], True)
    is_equal([entry['subject'] for entry in entries[::3]], [one['subject'] for one in opened['subjects']])


def try_verdicts(folder):
    talk = begin(folder, 'verdicts')
    talk.say('1')
    for number in range(24):
        talk.expect('to abstain')
        talk.say('123a'[number % 4])
    _, entries = finish(folder, talk)
    is_equal([entry.get('choice', '') for entry in entries[:4]], ['holds', 'refine', 'fails', ''])


def try_game(folder):
    talk = begin(folder, 'game')
    talk.say('1')
    talk.expect('to abstain')
    talk.say('2 sellers meet buyers')
    talk.expect('s to seal it')
    talk.say('r')
    talk.expect('to abstain')
    talk.say('3')
    _, entries = finish(folder, talk)
    is_equal([(entry['choice'], entry.get('text', '')) for entry in entries], [('productivity', '')])


def try_moments(folder):
    talk = begin(folder, 'moments')
    talk.say('1')
    talk.expect('most direct value first')
    talk.say('3 3')
    talk.expect('Each number once')
    talk.say('3, 1')
    opened, entries = finish(folder, talk)
    places = {entry['subject']: entry.get('mark') for entry in entries}
    is_equal([places[one['subject']] for one in opened['subjects']], [2, None, 1])


def try_statements(folder):
    talk = begin(folder, 'statements')
    talk.say('1')
    talk.expect('>')
    talk.say('')
    talk.say('Work gets finished')
    _, entries = finish(folder, talk)
    is_equal([entry['text'] for entry in entries], ['Work gets finished'])


def try_ideas(folder):
    talk = begin(folder, 'ideas')
    talk.say('1')
    talk.expect('>')
    talk.say('Weekly teams')
    talk.say('Finished boards')
    talk.say('')
    _, entries = finish(folder, talk)
    is_equal([entry['text'] for entry in entries], ['Weekly teams', 'Finished boards'])


def try_giving_up(folder):
    for number, way in enumerate((lambda talk: talk.press(b'\x04'), lambda talk: talk.press(b'\x03'),
                                  lambda talk: talk.say('q'))):
        place = folder / str(number)
        place.mkdir()
        talk = begin(place, 'scores')
        talk.say('1')
        talk.expect('to abstain')
        talk.say('5')
        talk.expect('to abstain')
        way(talk)
        talk.expect('nothing was written')
        is_equal(talk.end(), 1)
        assert not (place / 'b.nsmballot').exists()


def try_hanging_up(folder):
    talk = begin(folder, 'game')
    os.kill(talk.pid, signal.SIGHUP)
    is_equal(talk.end(), -signal.SIGHUP)
    assert not (folder / 'b.nsmballot').exists()


def try_answers(folder):
    workshop, request, ballot = folder / 'w.nsm', folder / 'r.nsmballot', folder / 'b.nsmballot'
    answers = folder / 'answers.json'
    run(TOOL, 'open', workshop, 'scores', folder / 'keys')
    run(NSM, 'ballot', 'request', workshop, '-o', request)
    cells = [{'about': f'Metric {m}', 'criterion': f'Criterion {c}', 'mark': m, 'why': 'so', 'confidence': 'low'}
             for m in range(1, 5) for c in range(1, 4)]

    def answer(entries, status=0, **more):
        answers.write_text(json.dumps({'person': 'Mei', 'answers': entries, **more}))
        return run(NSM, 'ballot', 'answer', request, '-o', ballot, '--answers', answers, '--force', status=status)

    for change, sentence in (({'about': 'Metric 9'}, '“Metric 9” isn’t asked about'),
                             ({'criterion': 'Beauty'}, '“Beauty” isn’t one of'),
                             ({'mark': 6}, 'A mark is 1, 2, 3, 4 or 5'),
                             ({'mark': 'much'}, '“mark” isn’t understood'),
                             ({'colour': 1}, '“colour” isn’t understood'),
                             ({'confidence': 'utter'}, '“confidence” isn’t understood')):
        said = answer([{**cells[0], **change}, *cells[1:]], 2)
        assert sentence in said, said
    assert 'Not answered: “Metric 1”, “Criterion 1”' in answer(cells[1:], 2)
    assert 'answers one thing twice' in answer([*cells, cells[0]], 2)
    assert not ballot.exists()
    answer(cells)
    assert run(NSM, 'ballot', 'answer', request, '-o', ballot, '--answers', answers, status=4)
    run(NSM, 'ballot', 'answer', request, '-o', folder / 'x', status=3)
    run(NSM, 'ballot', 'answer', request, '-o', folder / 'x', '--as', 'Nobody', '--answers', answers, status=3)
    run(NSM, 'ballot', 'answer', ballot, '-o', folder / 'x', '--answers', answers, status=2)
    assert 'so' not in run(NSM, 'ballot', 'show', ballot).split()
    # Two files at once: what is good goes in, what isn't is said, and the exit code tells.
    said = run(NSM, 'ballot', 'import', workshop, ballot, status=1)
    assert 'isn’t accepted yet' in said and '--accept' in said, said
    said = run(NSM, 'ballot', 'import', '--accept', workshop, request, ballot, folder / 'missing', status=1)
    assert 'Mei: receipt ' in said and 'This is the request' in said and 'missing' in said, said
    assert 'in already' in run(NSM, 'ballot', 'import', '--accept', workshop, ballot, status=1)
    opened = json.loads(run(TOOL, 'reveal', workshop, folder / 'keys'))
    is_equal([entry['mark'] for entry in opened['answers'][0]['entries']], [m for m in range(1, 5) for _ in range(3)])
    assert 'too late' in run(NSM, 'ballot', 'import', workshop, ballot, status=1)
    run(NSM, 'ballot', 'request', workshop, '-o', folder / 'late.nsmballot', status=1)


TESTS = {
    'scores are answered at a terminal': try_scores,
    'verdicts are answered at a terminal': try_verdicts,
    'a game vote is begun again': try_game,
    'moments are ranked': try_moments,
    'a statement is written': try_statements,
    'ideas are written': try_ideas,
    'giving up writes nothing': try_giving_up,
    'a closed terminal writes nothing': try_hanging_up,
    'answers from a file, and importing': try_answers,
}


def main():
    print(f'1..{len(TESTS)}', flush=True)
    failed = False
    for number, (name, test) in enumerate(TESTS.items(), 1):
        folder = pathlib.Path(tempfile.mkdtemp(prefix='nsm-talk-'))
        os.environ.update(XDG_STATE_HOME=str(folder / 'state'), LC_ALL='C.UTF-8')
        try:
            test(folder)
            print(f'ok {number} {name}', flush=True)
        except Exception:
            failed = True
            print(f'not ok {number} {name}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()), flush=True)
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
