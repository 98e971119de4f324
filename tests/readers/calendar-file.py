#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The review date as another program reads it, as a TAP test: calendar-file.py NSM EXAMPLES

python3-icalendar parses what `nsm export` writes and is asked for what stands in the workshop.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

import words

NSM, EXAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])
NAMES = ['project-management', 'fitness', 'marketplace']
LANGUAGES = {'': 'en', 'de': 'de'}

tap = words.Tap()
check = tap.check


def export(name, language, folder):
    out = pathlib.Path(folder) / f'{name}-{language}.ics'
    subprocess.run([NSM, 'export', EXAMPLES / f'{name}.nsm', '--output', out, '--force'],
                   env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language), check=True)
    return out.read_bytes()


def check_example(name, language, folder):
    workshop = json.loads((EXAMPLES / f'{name}.nsm').read_text())
    commitment = workshop['commitment']
    data = export(name, language, folder)
    where = f'{name}, {LANGUAGES[language]}'

    check(b'\n' not in data.replace(b'\r\n', b'') and
          all(len(line) <= 75 for line in data.split(b'\r\n')), f'{where}: lines are folded')
    calendar = icalendar.Calendar.from_ical(data)
    check(calendar['VERSION'] == '2.0' and calendar['PRODID'], f'{where}: a calendar')
    events = calendar.walk('VEVENT')
    check(len(events) == 1 and not calendar.walk('VTODO'), f'{where}: one event')
    event = events[0]
    day = datetime.date.fromisoformat(commitment['review_on'])
    check(event['DTSTART'].dt == day, f'{where}: on the day of the review')
    check(event['DTEND'].dt == day + datetime.timedelta(days=1), f'{where}: all day')
    check(event['DTSTAMP'].dt.tzinfo is not None, f'{where}: a stamp in UTC')
    text = str(event['DESCRIPTION'])
    check(workshop['definition']['formula'] in text, f'{where}: with the definition')
    check(workshop['definition']['owner'] in text, f'{where}: with its owner')
    check(all(one['sign'] in text and one.get('watch', '') in text
              for one in commitment['triggers']), f'{where}: with each trigger')
    check(all((one['what'] in text) != one.get('done', False)
              for one in commitment.get('next_steps', [])), f'{where}: with the open steps')
    check(event['SUMMARY'].params['LANGUAGE'] == LANGUAGES[language] and
          event['DESCRIPTION'].params['LANGUAGE'] == LANGUAGES[language],
          f'{where}: it says its language')
    alarms = [alarm['TRIGGER'].dt for alarm in event.walk('VALARM')]
    check(alarms == [datetime.timedelta(days=-13, hours=-15), datetime.timedelta(hours=-15)],
          f'{where}: it reminds two weeks and one day before')
    return str(event['UID'])


def main():
    uids = set()
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            mine = {check_example(name, language, folder) for language in LANGUAGES}
            check(len(mine) == 1, f'{name}: the same event in each language')
            uids |= mine
    check(len(uids) == len(NAMES), 'another event for each workshop')
    tap.finish()


main()
