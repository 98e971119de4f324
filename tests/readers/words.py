# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a document, whatever its format, and whether they are those of the XML document.

A text is compared by its letters and digits alone: spaces, signs, bullets, marks of direction and
breaks inside words are how a format looks, not what it says.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

NAMESPACE = '{urn:io.github.north-star-workshop:report:1}'

# How far ahead the next block is looked for: what a page repeats at its top and bottom lies
# between two of them; a picture has words, too.
WINDOW = 3000
FIGURE_WINDOW = 30000

MONTHS = ('January February March April May June July August September October November '
          'December').split()

# What a format says around the document: its cover, its contents, its margins.
FURNITURE = set('''North Star Metric Draft Final Single author draft version Version final since
Owner Full record Summary on one page names but not who gave which answer and gave which score no people are
called by their function with without quotes from customers Contents Written on Workshop of Page
The figures'''.split())


def is_mark(c):
    """Accents, joiners, marks of direction: they part no words."""
    return unicodedata.category(c) in ('Mn', 'Mc', 'Me', 'Cf')


def letters(text):
    """Letters and digits in one form."""
    text = unicodedata.normalize('NFKC', text)
    return ''.join(c for c in text if unicodedata.category(c)[0] in 'LN')


def tokens(text):
    text = unicodedata.normalize('NFKC', text)
    kept = ''.join(c if unicodedata.category(c)[0] in 'LN' else
                   '' if is_mark(c) else ' '
                   for c in text)
    return kept.split()


def is_backwards(text):
    return any(unicodedata.bidirectional(c) in ('R', 'AL') for c in text)


# --- what the formats say ---------------------------------------------------------------------

class _Page(HTMLParser):
    """The visible text of a web page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = []
        self.hidden = 0

    def handle_starttag(self, tag, attributes):
        if tag in ('style', 'script', 'head', 'nav', 'title'):
            self.hidden += 1
        if tag not in ('b', 'i', 'em', 'strong', 'a', 'code', 'span', 'bdi', 'time', 'wbr'):
            self.text.append('\n')

    def handle_endtag(self, tag):
        if tag in ('style', 'script', 'head', 'nav', 'title'):
            self.hidden -= 1
        if tag in ('p', 'li', 'td', 'th', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div'):
            self.text.append('\n')

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def html_text(page):
    parser = _Page()
    parser.feed(page)
    return ''.join(parser.text)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def read_html(path):
    with open(path, encoding='utf-8') as file:
        return html_text(file.read())


def read_markdown(path):
    return html_text(run('cmark-gfm', '--unsafe', '-e', 'table', '-e', 'strikethrough',
                         '--to', 'html', path))


def read_pdf(path):
    return run('pdftotext', '-raw', '-enc', 'UTF-8', path, '-')


def pandoc_json(path):
    return json.loads(run('pandoc', '-f', 'docx', '-t', 'json', path))


def pandoc_text(node):
    """The text of a part of pandoc's tree; pictures have none."""
    if isinstance(node, list):
        return ''.join(pandoc_text(n) for n in node)
    if not isinstance(node, dict):
        return ''
    kind, content = node.get('t'), node.get('c')
    if kind in ('Str',):
        return content
    if kind in ('Space', 'SoftBreak'):
        return ' '
    if kind == 'LineBreak':
        return '\n'
    if kind in ('Code', 'CodeBlock', 'Math'):
        return content[1]
    if kind in ('Image', 'RawInline', 'RawBlock'):
        return ''
    text = pandoc_text(content) if isinstance(content, (list, dict)) else ''
    if kind in ('Para', 'Plain', 'Header', 'Table', 'LineBlock'):
        text += '\n'
    return text


def read_docx(path):
    return pandoc_text(pandoc_json(path)['blocks'])


READERS = {
    'html': read_html,
    'md': read_markdown,
    'pdf': read_pdf,
    'docx': read_docx,
}


# --- what they are to say ---------------------------------------------------------------------

class Block:
    """A paragraph, cell, item or title: its words in order, a number or date in any writing."""

    def __init__(self, section, raw, parts, after_figure):
        self.section = section
        self.raw = raw      # without numbers and dates
        self.parts = parts  # lists of what may stand there
        self.after_figure = after_figure

    def patterns(self):
        """One for each way to write the last part: "3.2" and "5" are not "3.25"."""
        first = ''.join(self.alternatives(p) for p in self.parts[:-1])
        return [first + re.escape(way) for way in self.parts[-1]]

    @staticmethod
    def alternatives(part):
        return '(?:' + '|'.join(re.escape(way) for way in part) + ')'

    def words(self):
        return ' '.join(p[0] for p in self.parts)


def ways_to_write_number(value):
    number = float(value)
    ways = {letters(f'{abs(number):.{n}f}') for n in range(7)}
    ways.add(letters(value))
    return sorted(ways, key=len, reverse=True)


def ways_to_write_date(value):
    match = re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)', value)
    if not match:
        return [letters(value)]
    year, month, day = match.groups()
    name = MONTHS[int(month) - 1]
    return [f'{int(day)}{name}{year}', f'{name}{year}', f'{year}{month}{day}']


def parts_of(element):
    parts = [[letters(element.text or '')]]
    for child in element:
        tag = child.tag.replace(NAMESPACE, '')
        if tag == 'number':
            parts.append(ways_to_write_number(child.text))
        elif tag == 'date':
            parts.append(ways_to_write_date(child.text))
        elif tag != 'break':
            parts.append([letters(child.text or '')])
        parts.append([letters(child.tail or '')])
    return [p for p in parts if p != ['']]


def raw_of(element):
    return (element.text or '') + ' '.join(
        ('' if c.tag[len(NAMESPACE):] in ('number', 'date') else c.text or '') + (c.tail or '')
        for c in element)


class Reference:
    """The blocks of the XML document in their order."""

    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.blocks = []
        self.headings = []  # level, title
        self.tables = 0
        self.figures = []   # in words
        self.known = set(FURNITURE) | set(MONTHS)
        self.figure = False
        for name in ('title', 'product', 'workshop'):
            self.known.update(tokens(self.root.findtext(NAMESPACE + name) or ''))
        for name in ('owner',):
            self.known.update(tokens(self.root.get(name) or ''))
        for section in self.root.findall(NAMESPACE + 'section'):
            self.walk(section, [], 1)

    def add(self, element, section):
        parts = parts_of(element)
        if parts:
            self.blocks.append(Block(' › '.join(section), raw_of(element), parts, self.figure))
            self.figure = False

    def walk(self, element, section, level):
        tag = element.tag.replace(NAMESPACE, '')
        if tag == 'section':
            title = ''.join(element.find(NAMESPACE + 'title').itertext())
            section = section + [title]
            self.headings.append((level, letters(title)))
            self.known.update(tokens(title))
            level += 1
        elif tag == 'table':
            self.tables += 1
            for cell in element.find(NAMESPACE + 'row'):
                self.known.update(tokens(''.join(cell.itertext())))
        elif tag == 'entry':
            self.known.update(tokens(''.join(element.find(NAMESPACE + 'term').itertext())))
        if tag in ('metric-tree', 'scores', 'plot', 'robustness', 'figure'):
            self.figures.append(element.findtext(NAMESPACE + 'in-words'))
            self.figure = True
            caption = element.find(NAMESPACE + 'caption')
            if caption is not None:
                self.add(caption, section)
                self.figure = True
            return
        if tag in ('paragraph', 'item', 'cell', 'title', 'caption', 'term'):
            self.add(element, section)
            return
        for child in element:
            self.walk(child, section, level)


# --- the comparison ---------------------------------------------------------------------------

class Text:
    """A format's text as letters, and where each of them stood."""

    def __init__(self, text):
        text = unicodedata.normalize('NFKC', text)
        self.text = text
        self.places = [i for i, c in enumerate(text) if unicodedata.category(c)[0] in 'LN']
        self.stream = ''.join(text[i] for i in self.places)
        self.used = bytearray(len(self.stream))

    def find(self, block, start, window):
        """Where whole words fit the block, the first place and the fewest of them: start, end."""
        found = []
        for pattern in block.patterns():
            for match in re.compile(pattern).finditer(self.stream, start,
                                                      start + window + len(pattern)):
                if self.is_border(match.start()) and self.is_border(match.end()):
                    found.append(match.span())
                    break
        return min(found) if found else None

    def is_border(self, place):
        return (place in (0, len(self.places)) or
                self.places[place] != self.places[place - 1] + 1)

    def take(self, start, end):
        for i in range(start, end):
            self.used[i] = 1

    def leftovers(self, start, end):
        """The words of a part that no block took."""
        words = []
        for i in range(start, end):
            if self.used[i]:
                continue
            apart = not words or self.places[i] != last + 1
            if apart and words and all(is_mark(c) for c in self.text[last + 1:self.places[i]]):
                apart = False
            if apart:
                words.append('')
            words[-1] += self.stream[i]
            last = self.places[i]
        return words


def compare(reference, raw, most=12):
    """Sentences about what is missing, and what is there too much; none if they say the same."""
    text = Text(raw)
    cursor = 0
    problems = []
    for block in reference.blocks:
        window = FIGURE_WINDOW if block.after_figure else WINDOW
        found = text.find(block, cursor, window)
        if found is None:
            problems.append(f'missing in “{block.section}”: {block.words()[:160]}')
            continue
        start, end = found
        extra = [w for w in text.leftovers(cursor, start)
                 if w not in reference.known and not w.isdigit()]
        if extra and not block.after_figure:
            problems.append(f'too much in “{block.section}”: {" ".join(extra)[:160]}')
        text.take(start, end)
        cursor = end
    if len(problems) > most:
        problems[most:] = [f'… and {len(problems) - most} more']
    return problems


def is_plain(word):
    """Of a script whose words stay in one piece and in their order on a page."""
    return all(unicodedata.name(c, '').split(' ')[0] in ('LATIN', 'GREEK', 'CYRILLIC', 'DIGIT')
               for c in word)


def compare_bags(reference, raw, most=12):
    """As compare(), for pages whose lines run both ways: what the sections hold, in any order.

    A PDF has the letters of such lines as they stand, and table rows that are cut by the end of a
    page. So words are counted, and of scripts that are read from right to left letters.
    """
    text = Text(raw)
    names = []
    for block in reference.blocks:
        top = block.section.split(' › ')[0]
        if not names or names[-1] != top:
            names.append(top)
    start = text.stream.find(letters(names[0]))
    # Once in the contents, then where it begins.
    borders = [text.stream.find(letters(names[0]), start + 1)]
    for name in names[1:]:
        place = borders[-1]
        while True:
            place = text.stream.find(letters(name), place + 1)
            if place < 0 or (text.is_border(place) and text.is_border(place + len(letters(name)))
                             and text.text[text.places[place] - 1] in '\n\f'
                             and text.text[text.places[place + len(letters(name)) - 1] + 1] == '\n'):
                break
        if place < 0:
            return [f'missing: the section “{name}”']
        borders.append(place)
    borders.append(len(text.stream))
    problems = []
    for i, name in enumerate(names):
        blocks = [b for b in reference.blocks if b.section.split(' › ')[0] == name]
        stream = text.stream[borders[i]:borders[i + 1]]
        lines = text.text[text.places[borders[i]]:text.places[borders[i + 1] - 1] + 1]
        problems += [f'missing in “{name}”: {w} ({n} of {m})'
                     for w, n, m in missing_words(blocks, stream)
                     if n + count_broken(w, lines) < m]
    vocabulary = ''.join(b.words() for b in reference.blocks)
    extra = {w for w in text.leftovers(borders[0], len(text.stream))
             if is_plain(w) and not w.isdigit() and w not in reference.known
             and w not in vocabulary}
    if extra and not reference.figures:
        problems.append(f'too much: {" ".join(sorted(extra))[:160]}')
    if len(problems) > most:
        problems[most:] = [f'… and {len(problems) - most} more']
    return problems


def count_broken(word, lines):
    """How often a word may be in two parts: at the end of a line, at the start of another."""
    most = 0
    for i in range(1, len(word)):
        first = len(re.findall(re.escape(word[:i]) + r'[-\u00ad]?\s*(?:\n|$)', lines))
        second = len(re.findall(r'(?:^|\n)' + re.escape(word[i:]) + r'\b', lines))
        most = max(most, min(first, second))
    return most


def missing_words(blocks, stream):
    """Words, or letters, of which there are too few: which, how many there are, and should be."""
    said = [''.join(letters(w) for w in b.words().split()) for b in blocks]
    wanted = set()
    for block in blocks:
        for word in tokens(block.raw):
            wanted.update([word] if is_plain(word) else word)
    for word in sorted(wanted):
        if word.isdigit() or len(word) > 30:
            continue
        should, is_there = sum(s.count(word) for s in said), stream.count(word)
        if is_there < should:
            yield word, is_there, should


# --- running ----------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.n = 0
        self.failed = 0

    def check(self, good, what, problems=()):
        self.n += 1
        print(f'{"ok" if good else "not ok"} {self.n} - {what}', flush=True)
        if not good:
            self.failed += 1
            for problem in problems:
                print(f'# {problem}', flush=True)

    def finish(self):
        print(f'1..{self.n}')
        sys.exit(1 if self.failed else 0)


def workshops(data, extreme, directory):
    """The examples and the largest workshop: name, path."""
    examples = os.path.join(data, 'examples')
    for name in sorted(os.listdir(examples)):
        if name.endswith('.nsm'):
            yield name[:-4], os.path.join(examples, name)
    path = os.path.join(directory, 'extreme.nsm')
    subprocess.run([extreme, path], check=True)
    yield 'extreme', path


def export(nsm, workshop, path, *options):
    subprocess.run([nsm, 'export', workshop, '-o', path, '--force', *options], check=True,
                   stdout=subprocess.DEVNULL,
                   env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'})


def have(*programs):
    return [p for p in programs if shutil.which(p) is None]
