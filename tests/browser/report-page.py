#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads documents as a browser, a printer and a strict parser do, as a TAP test.

report-page.py NSM PICTURES EXTREME PAGE…: every example and the workshop that EXTREME writes are
written as HTML, PAGEs are taken as they are.
Each is valid HTML5, asks nobody for anything, has nothing to say on the console, is no wider
than a phone, is readable in the dark, and is printed without empty pages, cut figures or
headings at the foot of a page.
"""
import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import html5lib

import chromium

NSM, PICTURES = sys.argv[1], pathlib.Path(sys.argv[2])
EXTREME, PAGES = sys.argv[3], [pathlib.Path(page).resolve() for page in sys.argv[4:]]
EXAMPLES = ('project-management', 'marketplace', 'fitness', 'common-mistakes', 'extreme')
WIDTHS = (360, 768, 1100)

# What is wider than the window, by how much and what it is.
WIDER = '''
const most = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= most)
  return [];
return [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > most + 1 && e.checkVisibility())
  .map(e => e.tagName + '.' + e.getAttribute('class') + ': ' + e.textContent.slice(0, 60))
  .slice(0, 8);
'''

# Contrast of all words against the ground behind them.
FAINT = '''
const parse = c => c.match(/[\\d.]+/g).map(Number);
const light = c => c.slice(0, 3).map(v => v / 255)
  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = e => {
  let layers = [];
  for (let at = e; at; at = at.parentElement) {
    const c = parse(getComputedStyle(at).backgroundColor);
    layers.push(c.length < 4 ? [...c, 1] : c);
    if (layers.at(-1)[3] === 1)
      break;
  }
  return layers.reverse().reduce((below, c) =>
    below.map((v, i) => v * (1 - c[3]) + c[i] * c[3]), [255, 255, 255]);
};
const faults = new Set();
for (const e of document.querySelectorAll('main *, nav *')) {
  if (!e.checkVisibility() || e.closest('svg') || e.closest('.hidden') ||
      ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    continue;
  const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5)
    faults.add(e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40));
}
return [...faults].slice(0, 8);
'''

# Figures that a page would end in the middle of.
CUT = '''
const whole = e => getComputedStyle(e).breakInside === 'avoid' &&
                   e.getBoundingClientRect().height <= 990;
return [...document.querySelectorAll('figure')]
  .filter(f => !whole(f) && ![...f.querySelectorAll('tbody tr, .inputs > li')].every(whole) ||
               !f.querySelector('tbody tr, .inputs > li') && !whole(f))
  .map(f => f.id + ': ' + f.getBoundingClientRect().height);
'''

number = 0


def check(what, problem):
    global number
    number += 1
    print(f"{'not ok' if problem else 'ok'} {number} {what}", flush=True)
    for line in problem or []:
        print('#', line)


def find_parse_errors(page):
    try:
        html5lib.HTMLParser(strict=True).parse(page.read_bytes())
    except html5lib.html5parser.ParseError as error:
        return [repr(error)]
    return None


def list_requests(driver, page):
    asked = []
    for entry in driver.get_log('performance'):
        message = json.loads(entry['message'])['message']
        if message['method'] == 'Network.requestWillBeSent':
            url = message['params']['request']['url']
            if url != page.as_uri() and not url.startswith('data:'):
                asked.append(url)
    return asked


def set_screen(driver, width, scheme='light', media=''):
    driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride', {
        'width': width, 'height': 800, 'deviceScaleFactor': 1, 'mobile': width < 500})
    driver.execute_cdp_cmd('Emulation.setEmulatedMedia', {
        'media': media, 'features': [{'name': 'prefers-color-scheme', 'value': scheme}]})


def keep(driver, name):
    size = driver.execute_script('const e = document.documentElement;'
                                 'return [e.scrollWidth, Math.min(e.scrollHeight, 16000)]')
    picture = driver.execute_cdp_cmd('Page.captureScreenshot', {
        'captureBeyondViewport': True,
        'clip': {'x': 0, 'y': 0, 'width': size[0], 'height': size[1], 'scale': 1}})
    (PICTURES / f'{name}.png').write_bytes(base64.b64decode(picture['data']))


def look_at(driver, page, name):
    driver.get('about:blank')
    driver.get_log('performance')  # of the browser's own pages
    driver.get(page.as_uri())
    for width in WIDTHS:
        set_screen(driver, width)
        driver.execute_script(
            'document.querySelectorAll("details").forEach(d => { d.open = true; })')
        check(f'{name}: nothing is wider than {width}', driver.execute_script(WIDER))
        keep(driver, f'{name}-{width}')
    check(f'{name}: readable in the light', driver.execute_script(FAINT))
    set_screen(driver, 1100, 'dark')
    check(f'{name}: readable in the dark', driver.execute_script(FAINT))
    keep(driver, f'{name}-dark')
    check(f'{name}: nothing on the console',
          [entry['message'] for entry in driver.get_log('browser')])
    check(f'{name}: asks nobody for anything', list_requests(driver, page))


def squeeze(text):
    return re.sub(r'\s+', '', text)


def print_out(driver, name):
    set_screen(driver, 1100)
    paper = PICTURES / f'{name}.pdf'
    printed = driver.execute_cdp_cmd('Page.printToPDF', {'preferCSSPageSize': True,
                                                         'printBackground': False})
    paper.write_bytes(base64.b64decode(printed['data']))
    # As laid out: a cell that reads like a heading has others beside it.
    text = subprocess.run(['pdftotext', '-layout', '-enc', 'UTF-8', paper, '-'], check=True,
                          capture_output=True, text=True).stdout
    pages = text.split('\f')[:-1]
    check(f'{name}: printed without empty pages',
          [f'page {i + 1} of {len(pages)}' for i, page in enumerate(pages) if not page.strip()])
    heads = {squeeze(head) for head in driver.execute_script(
        'return [...document.querySelectorAll("h2, h3, h4")].map(h => h.textContent)')}
    check(f'{name}: no heading ends a page', [
        f'page {i + 1}: {lines[-1]}' for i, lines in
        enumerate([line for line in page.splitlines() if line.strip()] for page in pages)
        if lines and squeeze(lines[-1]) in heads])
    # What is 180 mm wide on A4 is 680 pixels; 262 mm are 990 of them.
    set_screen(driver, 680, media='print')
    check(f'{name}: figures fit on a page, or are continued between rows or boxes',
          driver.execute_script(CUT))
    check(f'{name}: printed pictures are the wide ones, and their tables are left out',
          driver.execute_script(
              'return [...document.querySelectorAll("svg.plot.narrow, details")]'
              '.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))'))
    set_screen(driver, 1100)


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    print(f'1..{(len(EXAMPLES) + len(PAGES)) * (len(WIDTHS) + 9)}', flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        driver = chromium.start(folder, logs=True)
        pages = {page.stem: page for page in PAGES}
        for example in EXAMPLES:
            workshop, page = folder / f'{example}.nsm', folder / f'{example}.html'
            command = ([EXTREME, workshop] if example == 'extreme' else
                       [NSM, 'new', f'--example={example}', workshop])
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            subprocess.run([NSM, 'export', '-o', page, workshop], check=True,
                           stdout=subprocess.DEVNULL)
            pages[example] = page
        for stem, page in pages.items():
            check(f'{stem}: valid HTML5', find_parse_errors(page))
            look_at(driver, page, stem)
            print_out(driver, stem)
        driver.quit()


main()
