#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens documents as PDF with the tools of poppler, as a TAP test.

pdf.py NSM WRITE-EXTREME EXAMPLES: the examples, and a workshop of extreme size, are exported as
PDF and as XML: what XML says is a section has to be one for a reader of the PDF, too.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

import words

NSM, WRITE_EXTREME, EXAMPLES = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
SIZES = {'a4': (595, 842), 'letter': (612, 792)}
EMPTIEST = 0.7
DPI = 24


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


def letters(text):
    """Without what a line break, a sign for directions or a ligature makes of a text."""
    text = unicodedata.normalize('NFKC', text)
    return ''.join(c for c in text
                   if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc'))


def is_on(title, page):
    """Words by themselves: lines of two directions are read in either order, emoji are pictures."""
    page = letters(page)
    return all(letters(word.strip(',.;:')) in page for word in title.split()
               if not any(unicodedata.category(c) == 'So' for c in word))


def local(element):
    return element.tag.rsplit('}', 1)[-1]


def words_of(element):
    return ' '.join(''.join(element.itertext()).split())


def read_sections(parent):
    """[(title, [the same of the sections in it])] of the XML."""
    found = []
    for section in parent:
        if local(section) != 'section':
            continue
        title = next((words_of(child) for child in section if local(child) == 'title'), '')
        found.append((title, read_sections(section)))
    return found


def read_outline(parent):
    """[(title, page, [the same below it])] of pdftohtml's XML."""
    found = []
    for child in parent:
        if child.tag == 'item':
            found.append((words_of(child), int(child.get('page')), []))
        elif child.tag == 'outline' and found:
            found[-1][2].extend(read_outline(child))
    return found


class Document:
    """A workshop as PDF and as XML."""

    def __init__(self, workshop, folder, name, *options):
        self.name = name
        self.pdf = folder / f'{name}.pdf'
        run(NSM, 'export', str(workshop), '-o', str(self.pdf), '--force', *options)
        plain = folder / f'{name}.xml'
        run(NSM, 'export', str(workshop), '-o', str(plain), '--force', *options)
        root = ET.parse(plain).getroot()
        body = next((child for child in root if local(child) == 'body'), root)
        self.sections = read_sections(body)
        info = run('pdfinfo', '-isodates', str(self.pdf), text=True)
        self.info = dict(re.split(r':\s*', line, maxsplit=1) for line in info.splitlines())
        self.n_pages = int(self.info['Pages'])
        text = run('pdftotext', str(self.pdf), '-', text=True)
        self.pages = text.split('\f')[:self.n_pages]
        html = run('pdftohtml', '-xml', '-i', '-stdout', str(self.pdf), stderr=subprocess.DEVNULL)
        # pdftohtml leaves marks open where bold words are a link.
        html = html.decode('utf-8', 'replace')
        self.links = [int(page) for page in re.findall(r'<a href="[^"#]*#(\d+)"', html)]
        outline = re.search(r'<outline>.*</outline>', html, re.S)
        self.outline = read_outline(ET.fromstring(outline.group())) if outline else []

    def inked_rows(self):
        """For each page, which part of it is blank below the last thing in the text's area."""
        blank = []
        pictures = self.pdf.with_suffix('')
        run('pdftoppm', '-r', str(DPI), '-gray', str(self.pdf), str(pictures))
        for path in sorted(pictures.parent.glob(f'{pictures.name}-*.pgm')):
            kind, width, height, _deepest, pixels = re.match(
                rb'(P5)\s+(\d+)\s+(\d+)\s+(\d+)\s(.*)', path.read_bytes(), re.S).groups()
            width, height = int(width), int(height)
            assert kind == b'P5'
            top, bottom = height * 72 // 842, height - height * 60 // 842
            rows = [y for y in range(top, bottom)
                    if min(pixels[y * width:(y + 1) * width]) < 235]
            blank.append(1 - (rows[-1] + 1 - top) / (bottom - top) if rows else 1)
            path.unlink()
        return blank


def check_sections(document):
    """Every section, and every one in it, is on the page that the outline says; in order."""
    problems = []

    def compare(sections, outline, page):
        if ([letters(title) for title, _inner in sections] !=
                [letters(title) for title, *_ in outline]):
            problems.append(
                f'{[t for t, _ in sections]} is {[t for t, *_ in outline]} in the outline')
            return page
        for (title, inner), (_title, at, below) in zip(sections, outline):
            if at < page:
                problems.append(f'“{title}” comes before what is before it')
            if not is_on(title, document.pages[at - 1]):
                problems.append(f'“{title}” isn’t on page {at}')
            page = compare(inner, below, at)
        return page

    compare(document.sections, document.outline, 1)
    return problems if document.sections else ['no sections']


def check_contents(document):
    """The first page leads to every section."""
    cover = document.pages[0]
    missing = [title for title, _ in document.sections if not is_on(title, cover)]
    problems = [f'“{title}” isn’t on the cover' for title in missing]
    if len(document.links) < len(document.sections):
        problems.append(f'{len(document.links)} links')
    wanted = {page for _title, page, _below in document.outline}
    if not wanted <= set(document.links):
        problems.append(f'no link leads to {sorted(wanted - set(document.links))}')
    return problems


def check_metadata(document, size):
    info = document.info
    wanted = {'Creator': 'North Star Workshop', 'Encrypted': 'no', 'JavaScript': 'no'}
    problems = [f'{key} is {info.get(key)}' for key, value in wanted.items()
                if info.get(key) != value]
    problems += [f'no {key}' for key in ('Title', 'Subject', 'Keywords') if not info.get(key)]
    if not re.match(r'\d{4}-\d\d-\d\dT00:00:00', info.get('CreationDate', '')):
        problems.append(f'CreationDate is {info.get("CreationDate")}')
    width, height = (float(n) for n in re.findall(r'[\d.]+', info['Page size'])[:2])
    if (round(width), round(height)) != SIZES[size]:
        problems.append(f'Page size is {info["Page size"]}')
    return problems


def check_fonts(document):
    fonts = run('pdffonts', str(document.pdf), text=True).splitlines()[2:]
    problems = [font for font in fonts if font.split()[-5] != 'yes']
    return problems if fonts else ['no fonts']


def check_blank(document):
    blank = document.inked_rows()
    if len(blank) != document.n_pages:
        return [f'{len(blank)} pictures of {document.n_pages} pages']
    return [f'page {i + 1} is blank to {part:.0%}' for i, part in enumerate(blank[:-1])
            if part > EMPTIEST]


def check_summary(document):
    problems = [] if document.n_pages == 1 else [f'{document.n_pages} pages']
    sizes = re.findall(r'<fontspec [^>]*size="(\d+)"', run(
        'pdftohtml', '-xml', '-i', '-stdout', '-zoom', '1', str(document.pdf), text=True))
    # Rounded down by pdftohtml.
    return problems + [f'letters of {size} points' for size in sizes if int(size) < 7]


def report(tap, what, problems):
    tap.check(not problems, what, problems)


def main():
    tap = words.Tap()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        extreme = folder / 'extreme.nsm'
        run(WRITE_EXTREME, str(extreme))
        examples = sorted(EXAMPLES.glob('*.nsm'))
        kinds = [(path, path.stem, 'a4', ()) for path in examples] + [
            (examples[0], 'letter', 'letter', ('--paper', 'letter')),
            (examples[-1], 'german', 'a4', ('--language', 'de')),
            (extreme, 'extreme', 'a4', ())]
        for path, name, size, options in kinds:
            document = Document(path, folder, name, *options)
            report(tap, f'{name}: every section is in the outline and on its page, in order',
                   check_sections(document))
            report(tap, f'{name}: the cover leads to every section', check_contents(document))
            report(tap, f'{name}: what the file says about itself', check_metadata(document, size))
            report(tap, f'{name}: all fonts are in the file', check_fonts(document))
            report(tap, f'{name}: no page is all but empty', check_blank(document))
        for path in (*examples, extreme):
            document = Document(path, folder, f'{path.stem}-summary', '--scope', 'summary')
            report(tap, f'{path.stem}: the summary is one page', check_summary(document))
    tap.finish()


main()
