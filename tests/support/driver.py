# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program as a person would, over the accessibility bus.

What a screen reader can't reach, this can't either: the end-to-end test is an
accessibility test, too. One call to the bus's cache is a snapshot of the whole
window; `Node` is one thing in such a snapshot. Real keys and mouse clicks
(xdotool) are for what has no action of its own.

Runs below `tests/support/withx`. Needs python3-gi, xdotool and ImageMagick.
"""
import subprocess
import time

from gi.repository import Gio, GLib

ROLES = {
    'alert': 2, 'check box': 7, 'check menu item': 8, 'combo box': 11, 'dialog': 16, 'filler': 20,
    'frame': 23, 'image': 27, 'label': 29, 'list': 31, 'list item': 32, 'menu': 33, 'menu item': 35,
    'page tab': 37, 'panel': 39, 'button': 43, 'radio button': 44, 'radio menu item': 45,
    'scroll bar': 48, 'separator': 50, 'slider': 51, 'spin button': 52, 'table': 55,
    'table cell': 56, 'text': 61, 'toggle button': 62, 'window': 69, 'application': 75,
    'entry': 79, 'heading': 83, 'grouping': 98, 'description value': 117, 'static': 116,
}
ROLE_NAMES = {number: name for name, number in ROLES.items()}
STATES = {'active': 1, 'checked': 4, 'editable': 7, 'enabled': 8, 'expanded': 10, 'focusable': 11, 'focused': 12,
          'pressed': 20, 'selected': 23, 'sensitive': 24, 'showing': 25, 'visible': 30}
TOP_LEVELS = ('frame', 'dialog', 'window')
ATSPI = 'org.a11y.atspi.'
PROPERTIES = 'org.freedesktop.DBus.Properties'


class Timeout(AssertionError):
    """Something that was waited for didn't come."""


def wait(condition, what, seconds=10):
    """Waits until condition() is true and returns what it returned."""
    end = time.monotonic() + seconds
    problem = ''
    while True:
        try:
            result = condition()
            if result:
                return result
        except GLib.Error as error:
            problem = error.message
        if time.monotonic() > end:
            raise Timeout(f'waited {seconds} s for {what} {problem}'.strip())
        time.sleep(0.02)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Node:
    """One accessible thing in a snapshot."""

    def __init__(self, app, item):
        self.app = app
        (self.ref, _, parent, self.index, self.n_children, self.interfaces, self.name, role,
         self.description, states) = item
        self.path = self.ref[1]
        self.parent = parent[1]
        self.role = ROLE_NAMES.get(role, str(role))
        self.states = {name for name, bit in STATES.items() if states[bit // 32] >> bit % 32 & 1}

    def __repr__(self):
        return f'<{self.role} “{self.name}” {" ".join(sorted(self.states))}>'

    def call(self, interface, method, signature=None, *arguments):
        if '.' not in interface:
            interface = ATSPI + interface
        return self.app.call(self.path, interface, method, signature, *arguments)

    def get(self, interface, name):
        return self.call(PROPERTIES, 'Get', '(ss)', ATSPI + interface, name)[0]

    def actions(self):
        return [self.call('Action', 'GetName', '(i)', i)[0]
                for i in range(self.get('Action', 'NActions'))]

    def act(self, action):
        names = self.actions()
        assert action in names, f'{self} has no action “{action}”, only {names}'
        # What is just coming or going refuses, and nothing has happened then.
        wait(lambda: self.call('Action', 'DoAction', '(i)', names.index(action))[0], f'{self}: {action}', 3)

    def click(self):
        """Its own action where it has one, else a real click on its middle."""
        try:
            names = self.actions()
        except GLib.Error:
            names = []
        for action in ('click', 'toggle', 'activate'):
            if action in names:
                return self.act(action)
        return self.mouse()

    def extents(self):
        """x, y, width and height within its window."""
        return self.call('Component', 'GetExtents', '(u)', 1)[0]

    def can_be_seen(self):
        try:
            width, height = self.extents()[2:]
            return width > 0 and height > 0
        except GLib.Error:
            return False

    def can_write(self):
        return any(name.endswith('.EditableText') for name in self.interfaces)

    def can_read(self):
        try:
            return self.text() is not None
        except GLib.Error:
            return False

    def mouse(self, button='1'):
        x, y, width, height = self.extents()
        self.app.mouse(x + width // 2, y + height // 2, button)

    def text(self):
        return self.call('Text', 'GetText', '(ii)', 0, -1)[0]

    def set_text(self, text):
        assert self.call('EditableText', 'SetTextContents', '(s)', text)[0], f'{self}: set text'

    def value(self):
        return self.get('Value', 'CurrentValue')

    def set_value(self, value):
        self.call(PROPERTIES, 'Set', '(ssv)', ATSPI + 'Value', 'CurrentValue',
                  GLib.Variant('d', value))


def complaints(log):
    """What GTK and GLib found wrong while a program ran. GDK speaks of the display: a virtual
    one has no monitor now and then."""
    with open(log) as lines:
        return [line for line in lines if '-CRITICAL **' in line and ' Gdk-' not in line]


class App:
    """A program that was started, with its windows."""

    def __init__(self, command, log=None, **options):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, -1, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
                 Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.log = open(log, 'w') if log else None
        self.process = subprocess.Popen(command, stderr=self.log, **options)
        self.name = None
        self.name = wait(self._find_name, 'the program on the accessibility bus', 30)
        wait(self.windows, 'a window', 30)

    def _find_name(self):
        assert self.process.poll() is None, 'the program ended at once'
        children = self.bus.call_sync('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                                      ATSPI + 'Accessible', 'GetChildren', None, None, 0, -1, None)
        for name, _ in children.unpack()[0]:
            pid = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                     'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                     GLib.Variant('(s)', (name,)), None, 0, -1, None).unpack()[0]
            if pid == self.process.pid:
                return name
        return None

    def call(self, path, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.bus.call_sync(self.name, path, interface, method, variant, None, 0, 10000,
                                  None).unpack()

    # Looking

    def nodes(self):
        """Everything there is now. GTK registers things only when they are asked for,
        so children are asked for wherever the snapshot has fewer than it says."""
        asked = set()
        while True:
            items = self.call('/org/a11y/atspi/cache', ATSPI + 'Cache', 'GetItems')[0]
            known = {}
            for item in items:
                known[item[2][1]] = known.get(item[2][1], 0) + 1
            gaps = [item[0][1] for item in items
                    if item[0][1] not in asked and item[4] > known.get(item[0][1], 0)]
            if not gaps:
                return [Node(self, item) for item in items]
            while gaps:
                path = gaps.pop()
                asked.add(path)
                try:
                    children = self.call(path, ATSPI + 'Accessible', 'GetChildren')[0]
                except GLib.Error:
                    continue
                gaps += [child[1] for child in children
                         if child[1] not in asked and child[1] not in known]

    def windows(self):
        return [node for node in self.nodes() if node.role in TOP_LEVELS]

    def all(self, role=None, name=None, under=None, exact=False):
        """All things of a role (or one of several) whose name has `name` in it. Some of
        them may be hidden: what can be seen has a size."""
        nodes = self.nodes()
        by_path = {node.path: node for node in nodes}
        roles = (role,) if isinstance(role, str) else role

        def inside(node):
            while node is not None and node.path != under.path:
                node = by_path.get(node.parent)
            return node is not None

        return [node for node in nodes
                if (roles is None or node.role in roles) and
                (name is None or (node.name == name if exact else name in node.name)) and
                (under is None or inside(node))]

    def find(self, role=None, name=None, under=None, exact=False, nth=0, seconds=10):
        """The first (nth) such thing that has a size: some dialogs keep hidden twins."""
        def found():
            nodes = [node for node in self.all(role, name, under, exact) if node.can_be_seen()]
            return nodes[nth:nth + 1]
        return wait(found, f'{role} “{name}”', seconds)[0]

    def has(self, role=None, name=None, under=None, exact=False):
        return any(node.can_be_seen() for node in self.all(role, name, under, exact))

    def gone(self, role, name=None, seconds=10):
        wait(lambda: not self.has(role, name), f'{role} “{name}” to go', seconds)

    def field(self, title, under=None, nth=0, seconds=10):
        """What can be written into below this title: by its own name, or by the label in its row."""
        def found():
            nodes = self.nodes()
            by_path = {node.path: node for node in nodes}
            inside = {node.path for node in self.all(under=under)} if under else None
            hits = []
            for node in nodes:
                if inside is not None and node.path not in inside:
                    continue
                if node.name == title and node.can_write():
                    hits.append(node)
                elif node.name == title and node.role == 'label':
                    row = node
                    while row is not None and row.role != 'list item':
                        row = by_path.get(row.parent)
                    if row is not None and row.can_write():
                        hits.append(row)
            hits = [node for node in hits if node.can_be_seen()]
            return hits[nth:nth + 1]
        return wait(found, f'a field “{title}”', seconds)[0]

    def write(self, title, text, **where):
        node = self.field(title, **where)
        node.set_text(text)
        if node.can_read():  # a bare GtkText of GTK 4.8 lets itself be written to, but not read
            wait(lambda: node.text() == text, f'“{title}” to have its text')
        return node

    def choose(self, title, option, under=None, nth=0):
        """Opens a drop-down and takes an option, with the arrow keys."""
        combo = self.find('combo box', title, under=under, nth=nth, exact=True)
        self.find(('toggle button', 'button'), under=combo).click()

        def options():
            """Those of the list that opened: what comes after the one shown in the button."""
            names = [node.name for node in self.in_order(combo) if node.role == 'label']
            shown = next((name for name in names if name != '(None)'), None)
            listed = names[names.index(shown) + 1:] if shown else []
            return (shown, listed) if option in listed and shown in listed else None

        shown, listed = wait(options, f'the option “{option}” of “{title}”')
        steps = listed.index(option) - listed.index(shown)
        self.key(*(['Down' if steps > 0 else 'Up'] * abs(steps)), 'Return')
        wait(lambda: [node.name for node in self.in_order(combo) if node.role == 'label'][1:2] == [option],
             f'“{title}” to be “{option}”')

    def in_order(self, top):
        """What is below a thing, from first to last."""
        children = {}
        for node in self.nodes():
            children.setdefault(node.parent, []).append(node)
        found = []

        def walk(path):
            for child in sorted(children.get(path, []), key=lambda node: node.index):
                found.append(child)
                walk(child.path)

        walk(top.path)
        return found

    def dump(self):
        """The tree as text, for whoever writes a test."""
        nodes = self.nodes()
        children = {}
        for node in nodes:
            children.setdefault(node.parent, []).append(node)
        lines = []

        def walk(node, depth):
            lines.append('  ' * depth + repr(node))
            for child in sorted(children.get(node.path, []), key=lambda n: n.index):
                walk(child, depth + 1)

        paths = {node.path for node in nodes}
        for node in nodes:
            if node.parent not in paths:
                walk(node, 0)
        return '\n'.join(lines)

    # Acting

    def button(self, name, under=None, exact=False, nth=0, seconds=10):
        """A button by its name, or by the words that are on it."""
        roles = ('button', 'toggle button', 'menu item', 'radio button', 'check box')

        def found():
            named = [node for node in self.all(roles, name, under, exact) if node.can_be_seen()]
            if len(named) > nth:
                return named[nth:]
            by_path = {node.path: node for node in self.nodes()}
            for label in self.all('label', name, under, exact):
                node = label
                while node is not None and node.role not in roles:
                    node = by_path.get(node.parent)
                if node is not None and node.can_be_seen():
                    return [node]
            return None
        return wait(found, f'a button “{name}”', seconds)[0]

    def click(self, name, **where):
        self.button(name, **where).click()

    def window_action(self, action):
        """An action of the window, such as win.undo."""
        frame = self.find('frame')
        names = frame.actions()
        found = [name for name in names if name == action or name.endswith('.' + action)]
        assert found, f'no window action “{action}” among {names}'
        frame.act(found[0])

    def key(self, *keys):
        run('xdotool', 'key', '--clearmodifiers', *keys)

    def type(self, text):
        run('xdotool', 'type', '--delay', '1', text)

    def _window_id(self):
        ids = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).split()
        assert ids, 'no window of the program on the display'
        return ids[-1]

    def mouse(self, x, y, button='1'):
        """A real click at a place in the window; the shadow around it is taken into account."""
        window = wait(self._window_id, 'the window on the display')
        geometry = dict(line.split('=') for line in
                        run('xdotool', 'getwindowgeometry', '--shell', window).split())
        frame = [node for node in self.windows()][-1]
        width, height = frame.extents()[2:]
        x += (int(geometry['WIDTH']) - width) // 2
        y += (int(geometry['HEIGHT']) - height) // 2
        run('xdotool', 'mousemove', '--window', window, str(x), str(y), 'click', button)

    def screenshot(self, path):
        time.sleep(0.3)  # a last frame may be on its way
        run('import', '-window', 'root', path)

    # Ending

    def stop(self, seconds=20):
        """Closes the program as its user would; returns its exit code."""
        if self.process.poll() is None:
            try:
                for window in self.windows():
                    names = window.actions() if 'Action' in ''.join(window.interfaces) else []
                    close = [name for name in names if name.endswith('close')]
                    if close:
                        window.act(close[0])
                    else:
                        self.key('alt+F4')
            except (GLib.Error, AssertionError):
                pass
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.terminate()
                self.process.wait(10)
        if self.log:
            self.log.close()
        return self.process.returncode

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait(10)
