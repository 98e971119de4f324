# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium with an empty profile, that asks nothing of the network by itself."""
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
         '--disable-background-networking', '--disable-component-update', '--disable-sync',
         '--disable-dev-shm-usage')


def start(folder, *flags, logs=False, preferences=None):
    """The driver; its profile is in the folder. With logs it keeps what the page asks for."""
    options = Options()
    options.binary_location = '/usr/bin/chromium'
    for flag in (*FLAGS, *flags, f'--user-data-dir={folder / "profile"}'):
        options.add_argument(flag)
    if preferences:
        options.add_experimental_option('prefs', preferences)
    if logs:
        options.set_capability('goog:loggingPrefs', {'browser': 'ALL', 'performance': 'ALL'})
    return webdriver.Chrome(service=Service('/usr/bin/chromedriver'), options=options)
