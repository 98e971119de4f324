#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers requests of every kind in a real browser, as a TAP test.

ballot-page.py NSM BALLOT-TOOL PICTURES: a round is opened, its page filled in at the size of a
phone, the ballot taken in with `nsm ballot import`, the round closed and revealed: what comes out
must be what was typed. The page may not ask the network for anything.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import chromium

NSM, TOOL, PICTURES = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
REASON = 'Weil “<b>” & ü 🙂 </script> stimmt'


class Browser:
    """A headless Chromium with an empty profile, as large as a phone."""

    def __init__(self, folder):
        self.downloads = folder / 'downloads'
        self.downloads.mkdir()
        self.driver = chromium.start(
            folder, '--force-device-scale-factor=2', logs=True,
            preferences={'download.default_directory': str(self.downloads)})
        self.be_wide(360, 740)
        # What the browser shows of itself when it starts isn't the page's doing.
        self.driver.get('about:blank')
        self.requests()

    def be_wide(self, width, height):
        self.driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride', {
            'width': width, 'height': height, 'deviceScaleFactor': 2, 'mobile': width < 500})

    def be_dark(self, dark):
        self.driver.execute_cdp_cmd('Emulation.setEmulatedMedia', {'features': [
            {'name': 'prefers-color-scheme', 'value': 'dark' if dark else 'light'}]})

    def open(self, path):
        # Leaving a page with something unsaved asks first, which is what it should do.
        self.driver.execute_script('window.onbeforeunload = null')
        self.driver.get(path.as_uri())

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector):
        self.one(selector).click()

    def text(self):
        return self.one('body').text

    def take_picture(self, name):
        self.driver.save_screenshot(str(PICTURES / f'{name}.png'))

    def is_as_wide_as_the_phone(self):
        return self.driver.execute_script(
            'return document.documentElement.scrollWidth <= window.innerWidth')

    def would_warn(self):
        return self.driver.execute_script(
            'const e = new Event("beforeunload", {cancelable: true});'
            'window.dispatchEvent(e); return e.defaultPrevented')

    def nameless(self):
        """Controls that a screen reader would have no name for."""
        # What is folded away isn't there for it.
        self.driver.execute_script('document.querySelectorAll("details").forEach(d => { d.open = true; })')
        return [node.get_attribute('outerHTML')[:80]
                for node in self.all('button, a, input, select, textarea, summary')
                if not node.accessible_name.strip()]

    def requests(self):
        """What was fetched since the last time, apart from the page itself and its blob."""
        found = []
        for entry in self.driver.get_log('performance'):
            message = json.loads(entry['message'])['message']
            if message['method'] == 'Network.requestWillBeSent':
                found.append(message['params']['request']['url'])
        return [url for url in found if not url.startswith(('file:', 'blob:', 'data:'))]

    def wait_for_download(self, known):
        until = time.monotonic() + 20
        while time.monotonic() < until:
            new = [path for path in self.downloads.glob('*.nsmballot') if path not in known]
            if new:
                return new[0]
            time.sleep(0.05)
        raise AssertionError('no ballot was downloaded')


def run(*command, status=0):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == status, f'{command}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout


def is_equal(found, expected):
    assert found == expected, f'found {found!r}, expected {expected!r}'


def fill_scores(browser):
    browser.click('#next')
    assert 'Still open' in browser.text()
    rows = browser.all('fieldset.row')
    rows[0].find_element(By.CSS_SELECTOR, '.why summary').click()
    # The driver types only the basic plane: the rest comes as if it was pasted.
    browser.driver.execute_script(
        'arguments[0].value = arguments[1] + "\\u0007\\ud800"; arguments[0].dispatchEvent(new Event("input"))',
        rows[0].find_element(By.TAG_NAME, 'textarea'), REASON)
    rows[0].find_element(By.TAG_NAME, 'select').send_keys('Sure')
    browser.take_picture('scores')
    for _ in range(4):
        for number, row in enumerate(browser.all('fieldset.row')):
            # By keyboard alone: the digits, and 0 to abstain.
            row.find_element(By.TAG_NAME, 'input').send_keys('420'[number])
        assert browser.is_as_wide_as_the_phone()
        is_equal(browser.nameless(), [])
        browser.click('#next')
    assert REASON in browser.text()


def check_scores(answer, asked):
    is_equal(len(answer), 12)
    is_equal([entry.get('mark', entry.get('abstained')) for entry in answer], [4, 2, True] * 4)
    is_equal(answer[0]['text'], REASON)
    is_equal(answer[0]['confidence'], 'high')
    is_equal([entry['subject'] for entry in answer[::3]], [one['subject'] for one in asked['subjects']])


def fill_verdicts(browser):
    assert 'Metric' in browser.all('.question')[0].text
    for _ in range(3):
        for number, row in enumerate(browser.all('fieldset.row')):
            row.find_elements(By.CSS_SELECTOR, '.options label')[number % 4].click()
        browser.click('#next')


def check_verdicts(answer, _asked):
    is_equal(len(answer), 24)
    is_equal([entry.get('choice', '') for entry in answer[:4]], ['holds', 'refine', 'fails', ''])
    is_equal(answer[3]['abstained'], True)


def fill_moments(browser):
    buttons = [button.text for button in browser.all('.choice')]
    for index in (2, 0, 1, 1):
        browser.all('.choice')[index].click()
    is_equal(len(buttons), 3)
    browser.take_picture('moments')
    browser.click('#next')


def check_moments(answer, asked):
    places = {entry['subject']: entry.get('mark') for entry in answer}
    is_equal([places[one['subject']] for one in asked['subjects']], [2, None, 1])


def fill_game(browser):
    browser.all('.choice')[2].click()
    browser.one('#reason').send_keys('Work gets done')
    browser.take_picture('game')
    browser.click('#next')


def check_game(answer, _asked):
    is_equal([(entry['choice'], entry['text']) for entry in answer], [('productivity', 'Work gets done')])


def fill_texts(browser):
    browser.click('#next')
    assert 'Write something' in browser.text()
    browser.one('textarea').send_keys('First thing\nin two lines')
    browser.click('#next')


def check_texts(answer, _asked):
    is_equal([entry['text'] for entry in answer], ['First thing\nin two lines'])


def fill_ideas(browser):
    browser.one('textarea').send_keys('Weekly teams')
    browser.click('#more')
    browser.click('#more')
    browser.all('textarea')[2].send_keys('Daily reports')
    browser.click('#next')


def check_ideas(answer, _asked):
    is_equal([entry['text'] for entry in answer], ['Weekly teams', 'Daily reports'])


KINDS = {
    'scores': (fill_scores, check_scores),
    'verdicts': (fill_verdicts, check_verdicts),
    'moments': (fill_moments, check_moments),
    'game': (fill_game, check_game),
    'statements': (fill_texts, check_texts),
    'ideas': (fill_ideas, check_ideas),
}


def begin(browser, folder, kind, name='request.html'):
    workshop, page = folder / f'{kind}.nsm', folder / name
    if not workshop.exists():
        run(TOOL, 'open', workshop, kind, folder / 'keys')
    words = run(NSM, 'ballot', 'request', workshop, '-o', page, '--force').strip().split(': ')[1]
    browser.open(page)
    browser.click('details summary')
    is_equal(browser.one('.words').text, words)
    assert browser.is_as_wide_as_the_phone()
    browser.click('#next')
    assert 'Choose your name' in browser.text()
    browser.all('.people input')[5].click()
    return workshop


def take(browser, workshop, known):
    browser.click('#next')
    ballot = browser.wait_for_download(known)
    browser.all('details')[0].click()
    words = browser.one('#signer').text
    assert words in run(NSM, 'ballot', 'show', ballot), 'the words of the signature differ'
    receipt = run(NSM, 'ballot', 'import', '--accept', workshop, ballot)
    assert 'Zoë </script><b>: receipt ' in receipt, receipt
    return ballot, words


def reveal(folder, workshop):
    opened = json.loads(run(TOOL, 'reveal', workshop, folder / 'keys'))
    is_equal([one.get('rejected_why', '') for one in opened['contributions'] if one['state'] == 'rejected'], [])
    is_equal(len(opened['answers']), 1)
    return opened, opened['answers'][0]['entries']


def try_kind(browser, folder, kind):
    known = set(browser.downloads.iterdir())
    fill, check = KINDS[kind]
    workshop = begin(browser, folder, kind)
    browser.take_picture(f'{kind}-start')
    assert not browser.would_warn(), 'it warns before anything was said'
    browser.click('#next')
    fill(browser)
    assert browser.would_warn(), 'it doesn’t warn of what is unsaved'
    assert browser.is_as_wide_as_the_phone()
    browser.take_picture(f'{kind}-review')
    take(browser, workshop, known)
    assert not browser.would_warn(), 'it warns although all is saved'
    browser.take_picture(f'{kind}-done')
    is_equal(browser.nameless(), [])
    is_equal(browser.requests(), [])
    is_equal([entry for entry in browser.driver.get_log('browser')], [])
    opened, answer = reveal(folder, workshop)
    check(answer, opened)


def try_replacing(browser, folder):
    """Answering again, from a page that was opened anew, is signed with the same key."""
    known = set(browser.downloads.iterdir())
    workshop = begin(browser, folder, 'game', 'again.html')
    browser.click('#next')
    browser.all('.choice')[0].click()
    browser.click('#next')
    _, first = take(browser, workshop, known)
    known = set(browser.downloads.iterdir())
    time.sleep(1.1)
    begin(browser, folder, 'game', 'again.html')
    browser.click('#next')
    browser.all('.choice')[3].click()
    browser.click('#next')
    _, second = take(browser, workshop, known)
    is_equal(first, second)
    known = set(browser.downloads.iterdir())
    # And changed on the same page, in the same second.
    browser.click('#back')
    browser.click('#back')
    browser.all('.choice')[1].click()
    browser.click('#next')
    take(browser, workshop, known)
    opened, answer = reveal(folder, workshop)
    is_equal([entry['choice'] for entry in answer], ['transaction'])
    is_equal([one['state'] for one in opened['contributions']], ['replaced', 'replaced', 'current'])


def try_abstaining(browser, folder):
    known = set(browser.downloads.iterdir())
    workshop = begin(browser, folder, 'scores', 'abstain.html')
    browser.click('#abstain-all')
    take(browser, workshop, known)
    _, answer = reveal(folder, workshop)
    is_equal([entry.get('abstained') for entry in answer], [True] * 12)


def try_too_long(browser, folder):
    begin(browser, folder, 'ideas', 'long.html')
    browser.click('#next')
    for _ in range(9):
        browser.click('#more')
    browser.driver.execute_script(
        'document.querySelectorAll("textarea").forEach(a => {'
        ' a.value = "long ".repeat(399); a.dispatchEvent(new Event("input")); })')
    browser.click('#next')
    browser.click('#next')
    assert 'longer than this round has room for' in browser.text()


def try_dark(browser, folder):
    browser.be_wide(1024, 768)
    browser.be_dark(True)
    begin(browser, folder, 'verdicts', 'dark.html')
    browser.click('#next')
    browser.all('.options label')[0].click()
    browser.take_picture('dark')
    colour = browser.driver.execute_script('return getComputedStyle(document.documentElement).backgroundColor')
    is_equal(colour, 'rgb(30, 30, 30)')
    browser.be_dark(False)
    browser.be_wide(360, 740)


def main():
    tests = [(f'answers of kind {kind} come out as they were typed', lambda b, f, kind=kind: try_kind(b, f, kind))
             for kind in KINDS]
    tests += [('a replacement is signed by the same key', try_replacing),
              ('somebody abstains from everything', try_abstaining),
              ('too long an answer is said', try_too_long),
              ('a wide and dark screen', try_dark)]
    print(f'1..{len(tests)}', flush=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix='nsm-browser-'))
    os.environ.update(XDG_STATE_HOME=str(scratch / 'state'), LC_ALL='C.UTF-8', HOME=str(scratch))
    failed = False
    browser = None
    try:
        browser = Browser(scratch)
        for number, (name, test) in enumerate(tests, 1):
            folder = scratch / str(number)
            folder.mkdir()
            try:
                test(browser, folder)
                print(f'ok {number} {name}', flush=True)
            except Exception:
                failed = True
                browser.take_picture(f'failed-{number}')
                print(f'not ok {number} {name}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()), flush=True)
    finally:
        if browser is not None:
            browser.driver.quit()
        shutil.rmtree(scratch, ignore_errors=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
