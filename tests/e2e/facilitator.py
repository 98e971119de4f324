# SPDX-License-Identifier: GPL-3.0-or-later
"""What whoever leads a workshop does in the window, whatever the workshop is."""
from driver import complaints, wait


class Facilitator:
    def __init__(self, app, out):
        self.app = app
        self.out = out
        self.number = 0
        self.place = None

    def run(self, parts, start=None):
        """Goes through the parts of a test, after what comes before the first one, and closes
        the program."""
        try:
            if start:
                start()
            print(f'1..{len(parts)}')
            for number, part in enumerate(parts, 1):
                part()
                print('ok', number, part.__name__, flush=True)
        except Exception:
            (self.out / 'tree.txt').write_text(self.app.dump())
            self.picture('failed')
            raise
        finally:
            self.app.stop()

    def nothing_to_complain_of(self):
        found = complaints(self.out / 'program.log')
        assert not found, ''.join(found)

    def picture(self, name):
        self.number += 1
        self.app.screenshot(str(self.out / f'{self.number:02d}-{name}.png'))

    def go(self, step):
        """Chooses a step on the map; what follows happens on its page."""
        if self.app.find('list item', step + ',').extents()[0] < 0:  # folded away on wide pages
            self.press('Go on to ' + step)
        else:
            self.app.find('list item', step + ',').mouse()
        self.place = self.app.find(('panel', 'grouping'), step, exact=True)
        wait(lambda: 'selected' in self.app.find('list item', step + ',').states, f'{step} to be open')

    def write(self, title, text, **where):
        where.setdefault('under', self.place)
        self.app.write(title, text, **where)

    def press(self, name, **where):
        where.setdefault('under', self.place)
        self.app.click(name, **where)

    def choose(self, title, option, **where):
        where.setdefault('under', self.place)
        self.app.choose(title, option, **where)

    def focused(self):
        return next((node.path for node in self.app.nodes() if 'focused' in node.states), None)

    def take(self, choice):
        """With the keyboard alone."""
        row = self.app.find('list item', choice, exact=True)
        for _ in range(60):
            before = self.focused()
            if before == row.path:
                break
            self.app.key('Tab')
            wait(lambda: self.focused() not in (None, before), 'the focus to go on')
        self.app.key('space')
        wait(lambda: 'checked' in self.app.find('check box', choice).states, f'“{choice}” to be chosen')

    def export_to(self, path):
        """Leaves the dialog for exporting, with what is chosen there."""
        self.app.key('alt+e')  # Export…
        wait(lambda: any(node.role == 'text' and 'focused' in node.states for node in self.app.nodes()),
             'the dialog that asks where to')
        self.app.key('ctrl+a')
        self.app.type(str(path))
        self.app.key('Return')

    def last_card(self, name):
        """The last card on the page that is called so."""
        cards = [node for node in self.app.all(('panel', 'grouping'), name, self.place)
                 if node.can_be_seen()]
        return cards[-1] if cards else None

    # Ballots

    def score(self, keys, picture=None):
        """Fills in the score ballot that is open: six keys a candidate, by its name, and a
        candidate without keys is left as it is. Then locks it in."""
        n = len(keys)
        for position in range(n):
            title = wait(lambda: self.asked(position, keys), f'candidate {position + 1} on the ballot')
            marks = next(marks for name, marks in keys.items() if name in title)
            self.app.key(*marks)
            if picture and position == 0:
                self.picture(picture)
            if position + 1 < n:
                self.app.key('Return')
        self.app.key('alt+l')  # Lock in
        self.app.find('heading', 'Locked in')

    def asked(self, position, keys):
        """What candidate the ballot shows, once it has come to this place."""
        place = f'Candidate {position + 1} of {len(keys)}'
        seen = [node for node in self.app.all(('label', 'heading')) if node.can_be_seen()]
        if not any(place in node.name for node in seen):
            return None
        return next((node.name for node in seen if node.role == 'heading' and
                     any(name in node.name for name in keys)), None)
