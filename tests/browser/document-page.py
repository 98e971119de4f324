#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the pictures of a document in a real browser, as a TAP test.

document-page.py NSM PICTURES: results of a file are put into an example, and the document is
opened at the size of a phone and of a desk: nothing is wider than the screen, and no words of a
picture leave it or lie on others, in the browser's own fonts.
"""
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import chromium


NSM, PICTURES = sys.argv[1], pathlib.Path(sys.argv[2])
SEGMENTS = ('Self-serve', 'Sales', 'Partners & resellers in all of the northern countries',
            'Éducation nationale', 'ציבורי', '日本の中小企業')

# Words that reach out of their picture, and pairs that lie on each other.
FAULTS = '''
const faults = [];
for (const svg of document.querySelectorAll('svg.plot')) {
  const frame = svg.getBoundingClientRect();
  if (frame.width === 0)
    continue;
  const words = [...svg.querySelectorAll(':scope > text')].map(t => [t, t.getBoundingClientRect()]);
  for (const [text, box] of words)
    if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
        box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
      faults.push('leaves its picture: ' + text.textContent);
  for (let i = 0; i < words.length; i++)
    for (let k = i + 1; k < words.length; k++) {
      const [a, b] = [words[i][1], words[k][1]];
      /* The room for accents above letters may be shared. */
      const slack = 0.35 * Math.min(a.height, b.height);
      if (a.left < b.right - 1 && b.left < a.right - 1 &&
          a.top < b.bottom - slack && b.top < a.bottom - slack)
        faults.push(words[i][0].textContent + ' lies on ' + words[k][0].textContent);
    }
}
return faults;
'''


def write_rows(path):
    """Counts that people stay for, except in one segment."""
    chance = random.Random(5)
    lines = ['shared,logins,retained,revenue,segment']
    for _ in range(1500):
        shared = int(chance.expovariate(0.25))
        segment = chance.choice(SEGMENTS)
        slope = -0.3 if segment == 'Sales' else 0.4
        retained = chance.random() < 1 / (1 + math.exp(1.2 - slope * shared))
        revenue = retained * chance.lognormvariate(9, 2)
        lines.append(f'{shared},{chance.randint(0, 30)},{retained:d},{revenue:.2f},"{segment}"')
    path.write_text('\n'.join(lines) + '\n')


def make_document(folder):
    workshop, table, page = folder / 'w.nsm', folder / 'customers.csv', folder / 'w.html'
    write_rows(table)
    subprocess.run([NSM, 'new', '--example=project-management', workshop], check=True,
                   stdout=subprocess.DEVNULL)
    names = [metric['name'] for metric in json.loads(workshop.read_text())['metrics']
             if metric.get('name')]
    taken = 0
    for name in names:
        # Not every metric is a candidate; the program says which.
        column = ('shared', 'logins')[taken]
        if subprocess.run([NSM, 'evidence', table, '--candidate', f'{column}={name}',
                           '--outcome=retained=retention', '--outcome=revenue=revenue',
                           f'--measured={column}=1-14', '--measured=retained=60-90',
                           '--measured=revenue=60-90', '--segment=segment', '--into', workshop],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            taken += 1
            if taken == 2:
                break
    subprocess.run([NSM, 'export', '-o', page, workshop], check=True, stdout=subprocess.DEVNULL)
    return page


def check(number, what, problem):
    print(f"{'not ok' if problem else 'ok'} {number} {what}")
    for line in problem or []:
        print('#', line)


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        page = make_document(folder)
        driver = chromium.start(folder)
        print('1..7', flush=True)
        driver.get(page.as_uri())
        number = 0
        for width, shown, hidden in ((360, 'narrow', 'wide'), (1100, 'wide', 'narrow')):
            driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride', {
                'width': width, 'height': 800, 'deviceScaleFactor': 2, 'mobile': width < 500})
            seen = driver.execute_script(
                'return ["%s", "%s"].map(c => [...document.querySelectorAll("svg.plot." + c)]'
                '.filter(s => s.getBoundingClientRect().width > 0).length)' % (shown, hidden))
            check(number + 1, f'at {width} the {shown} pictures are shown',
                  None if seen[0] >= 2 and seen[1] == 0 else [str(seen)])
            check(number + 2, f'at {width} words are in their places',
                  driver.execute_script(FAULTS) or None)
            driver.execute_script(
                'document.querySelectorAll("details").forEach(d => { d.open = true; })')
            wide = driver.execute_script(
                'return document.documentElement.scrollWidth - window.innerWidth')
            check(number + 3, f'at {width} nothing is wider than the screen',
                  [f'by {wide}'] if wide > 0 else None)
            driver.execute_script('document.querySelector("svg.plot.%s").scrollIntoView('
                                  '{behavior: "instant"})' % shown)
            driver.save_screenshot(str(PICTURES / f'document-{width}.png'))
            number += 3
        nameless = driver.execute_script(
            'return [...document.querySelectorAll("svg.plot")].filter(s =>'
            ' s.getAttribute("role") !== "img" ||'
            ' !document.getElementById(s.getAttribute("aria-labelledby")).textContent ||'
            ' document.getElementById(s.getAttribute("aria-describedby")).textContent.length < 80)'
            '.map(s => s.id)')
        check(7, 'every picture has a name and is said in words', nameless or None)
        driver.quit()


main()
