/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot in any browser: shows the question, takes one person's answer, seals
 * and signs it, and hands it out as a file. Nothing is fetched or sent. */
'use strict';
(function () {
  const page = JSON.parse(document.getElementById('ballot-data').textContent);
  const nacl = self.nacl;
  const words = page.text;
  const request = page.request;
  const round = request.round;
  const main = document.getElementById('main');
  const subjects = round.subjects || [];
  const aspects = round.aspects || [];
  const MOST_TEXTS = 20;
  const MOST_REASON = 400;

  const state = {
    person: '',
    at: 0,
    cells: new Map(),      /* subject \n aspect → {mark, choice, abstained, text, confidence} */
    order: [],             /* subjects in the order they were picked */
    texts: [''],
    vote: { choice: '', abstained: false, text: '' },
    abstains: false,
    begun: false,
    saved: false,
    sequence: 0,
    url: ''
  };

  /* Building blocks */

  function say (key, values) {
    return words[key].replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? values[name] : whole;
    });
  }

  function el (tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on'))
        node.addEventListener(name.slice(2), value);
      else if (value === true)
        node.setAttribute(name, '');
      else if (value !== false && value !== undefined && value !== '')
        node.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity))
      if (child !== null && child !== undefined)
        node.append(child);
    return node;
  }

  let ids = 0;
  function next_id () {
    ids += 1;
    return 'part-' + ids;
  }

  function change () {
    state.begun = true;
    state.saved = false;
  }

  function get_name () {
    const entry = round.roster.find(one => one.person === state.person);
    return entry ? entry.name : '';
  }

  /* As the program's own reader takes it: no control characters, whole letters. */
  function clean (text) {
    let out = '';
    for (const letter of text.replace(/\r\n?/g, '\n')) {
      const code = letter.codePointAt(0);
      const refused = (code < 0x20 && code !== 0x0a && code !== 0x09) || code === 0x7f ||
        code === 0xfffe || code === 0xffff || (code >= 0xd800 && code <= 0xdfff);
      if (!refused)
        out += letter;
    }
    return out.trim();
  }

  function get_cell (subject, aspect) {
    const key = subject + '\n' + aspect;
    if (!state.cells.has(key))
      state.cells.set(key, { mark: 0, choice: '', abstained: false, text: '', confidence: 'unsaid' });
    return state.cells.get(key);
  }

  function is_given (cell) {
    return cell.mark > 0 || cell.choice !== '' || cell.abstained;
  }

  /* The way through */

  const is_grid = round.kind === 'scores' || round.kind === 'verdicts';

  function get_steps () {
    const form = is_grid ? subjects.map((subject, i) => () => show_subject(i))
      : round.kind === 'moments' ? [show_moments]
        : round.kind === 'game' ? [show_game] : [show_texts];
    return [show_start].concat(form, [show_review, show_done]);
  }

  const steps = get_steps();
  const REVIEW = steps.length - 2;

  function go (at) {
    state.at = at;
    main.replaceChildren();
    steps[at]();
    const heading = main.querySelector('h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    self.scrollTo(0, 0);
  }

  function make_progress () {
    const n = REVIEW - 1;
    const parts = [];
    for (let i = 1; i <= n; i++)
      parts.push(el('span', { class: i < state.at ? 'done' : i === state.at ? 'now' : '' }));
    return n > 1 ? el('div', { class: 'progress', 'aria-hidden': 'true' }, parts) : null;
  }

  function make_way (label, onclick) {
    const problem = el('p', { class: 'problem', role: 'alert', id: 'problem' });
    return el('footer', {},
      make_progress(), problem,
      el('div', { class: 'way' },
        state.at > 0 ? el('button', { type: 'button', id: 'back', onclick: () => go(state.at - 1) }, words.back) : el('span'),
        el('button', { type: 'button', class: 'primary', id: 'next', onclick }, label)));
  }

  function complain (text, place) {
    document.getElementById('problem').textContent = text;
    if (place)
      place.focus();
  }

  function make_private () {
    return el('p', { class: 'private' }, say('private', { name: get_name() }));
  }

  /* First: what this is, and who answers */

  function show_start () {
    const id = next_id();
    const people = el('fieldset', { class: 'people' },
      el('legend', {}, words.who),
      round.roster.map(entry => {
        const radio = el('input', {
          type: 'radio', name: 'person', value: entry.person, autocomplete: 'off',
          onchange: () => { state.person = entry.person; }
        });
        radio.checked = entry.person === state.person;
        return el('label', {}, radio, el('span', { dir: 'auto' }, entry.name));
      }));
    main.append(
      el('p', { class: 'over' }, page.label),
      el('h1', { dir: 'auto' }, round.question),
      el('p', { class: 'promise', dir: 'auto' }, round.promise),
      el('p', { class: 'quiet' }, words.stays),
      el('details', {},
        el('summary', {}, words.fingerprint_title),
        el('p', { class: 'words', id, lang: 'en', dir: 'ltr' }, page.fingerprint),
        el('p', { class: 'quiet' }, words.fingerprint_why)),
      people,
      make_way(words.begin, () => {
        if (state.person === '')
          complain(words.who_missing, main.querySelector('input[name=person]'));
        else {
          state.abstains = false;
          go(1);
        }
      }),
      el('p', { class: 'aside' },
        el('button', {
          type: 'button', class: 'link', id: 'abstain-all', onclick: () => {
            if (state.person === '') {
              complain(words.who_missing, main.querySelector('input[name=person]'));
              return;
            }
            state.abstains = true;
            change();
            go(REVIEW);
          }
        }, words.abstain_all)));
  }

  /* A row of a grid: one criterion, or one stress test */

  function make_options (subject, aspect) {
    if (round.kind === 'scores')
      return [1, 2, 3, 4, 5].map(mark => ({
        label: String(mark), class: 'mark',
        hint: mark === 1 ? aspect.anchor_low : mark === 3 ? aspect.anchor_middle : mark === 5 ? aspect.anchor_high : '',
        is: cell => cell.mark === mark, set: cell => { cell.mark = mark; }
      }));
    return page.verdicts.map(verdict => ({
      label: verdict.label, class: 'verdict', hint: (page.meanings[aspect.aspect] || {})[verdict.nick],
      is: cell => cell.choice === verdict.nick, set: cell => { cell.choice = verdict.nick; }
    }));
  }

  function make_anchors (options) {
    const told = options.filter(option => option.hint);
    return told.length === 0 ? null
      : el('details', { class: 'anchors' },
        el('summary', {}, words.anchors),
        el('dl', {}, told.map(option => [el('dt', {}, option.label), el('dd', { dir: 'auto' }, option.hint)])));
  }

  function make_why (cell, about) {
    const label = next_id();
    const area = el('textarea', {
      rows: '2', maxlength: String(MOST_REASON), dir: 'auto', autocomplete: 'off', 'aria-label': say('why_about', { what: about }),
      oninput: () => { cell.text = area.value; change(); }
    });
    area.value = cell.text;
    const parts = [el('summary', {}, words.why), area];
    if (round.kind === 'scores') {
      const select = el('select', {
        id: label, autocomplete: 'off', onchange: () => { cell.confidence = select.value; change(); }
      }, page.confidences.map(one => el('option', { value: one.nick }, one.label)));
      select.value = cell.confidence;
      parts.push(el('p', { class: 'sure' }, el('label', { for: label }, words.how_sure), ' ', select));
    }
    return el('details', { class: 'why', open: cell.text !== '' || cell.confidence !== 'unsaid' }, parts);
  }

  function make_row (subject, aspect, number) {
    const cell = get_cell(subject.subject, aspect.aspect);
    const name = 'row-' + number;
    const options = make_options(subject, aspect);
    const question = page.questions[subject.subject + '\n' + aspect.aspect] || aspect.question || '';
    const described = next_id();
    const radios = [];

    function add (option) {
      const radio = el('input', {
        type: 'radio', name, autocomplete: 'off',
        onchange: () => {
          cell.mark = 0;
          cell.choice = '';
          cell.abstained = false;
          option.set(cell);
          change();
        }
      });
      radio.checked = option.is(cell);
      radios.push(radio);
      return el('label', { class: option.class }, radio, el('span', {}, option.label));
    }

    const abstain = {
      label: words.abstain, class: 'abstain', is: one => one.abstained,
      set: one => { one.abstained = true; }
    };
    const row = el('fieldset', { class: 'row', 'aria-describedby': question ? described : '' },
      el('legend', { dir: 'auto' }, aspect.name),
      question ? el('p', { class: 'question', id: described, dir: 'auto' }, question) : null,
      el('div', { class: 'options' }, options.map(add), add(abstain)),
      make_anchors(options), make_why(cell, aspect.name));
    row.addEventListener('keydown', event => {
      const marks = round.kind === 'scores' && event.target.type === 'radio' &&
        !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!marks || !/^[0-5]$/.test(event.key))
        return;
      const radio = radios[event.key === '0' ? 5 : Number(event.key) - 1];
      radio.click();
      radio.focus();
      event.preventDefault();
    });
    return row;
  }

  function show_subject (index) {
    const subject = subjects[index];
    const wording = subject.wording && subject.wording !== subject.title ? subject.wording : '';
    main.append(
      make_private(),
      el('p', { class: 'over' }, say('candidate', { n: index + 1, all: subjects.length })),
      el('h1', { dir: 'auto' }, subject.title),
      wording ? el('p', { class: 'wording', dir: 'auto' }, wording) : '',
      el('div', { class: 'card' }, aspects.map((aspect, i) => make_row(subject, aspect, i))),
      make_way(words.next, () => {
        const missing = aspects.findIndex(aspect => !is_given(get_cell(subject.subject, aspect.aspect)));
        if (missing < 0)
          go(state.at + 1);
        else
          complain(say('missing', { what: aspects[missing].name }),
            main.querySelectorAll('fieldset.row')[missing].querySelector('input'));
      }));
  }

  /* Moments: pointed at one after the other */

  function show_moments () {
    const list = el('div', { class: 'card choices' });

    function draw () {
      list.replaceChildren(...subjects.map(subject => {
        const place = state.order.indexOf(subject.subject);
        return el('button', {
          type: 'button', class: 'choice', 'aria-pressed': place < 0 ? 'false' : 'true',
          onclick: event => {
            if (place < 0)
              state.order.push(subject.subject);
            else
              state.order.splice(place, 1);
            change();
            const at = [...list.children].indexOf(event.currentTarget);
            draw();
            list.children[at].focus();
          }
        },
        el('span', { class: 'place' }, place < 0 ? '–' : String(place + 1)),
        el('span', { dir: 'auto' }, subject.title),
        el('span', { class: 'hidden' }, place < 0 ? words.no_place : say('place', { n: place + 1 })));
      }));
    }

    draw();
    main.append(
      make_private(),
      el('h1', { dir: 'auto' }, round.question),
      el('p', {}, words.moments_how),
      list,
      make_way(words.next, () => {
        if (state.order.length === 0)
          complain(words.moments_missing, list.firstChild);
        else
          go(state.at + 1);
      }));
  }

  /* The game: one of three */

  function show_game () {
    const about = el('textarea', {
      rows: '2', maxlength: '1000', dir: 'auto', autocomplete: 'off', id: 'reason',
      oninput: () => { state.vote.text = about.value; change(); }
    });
    const abstain = { nick: '', label: words.abstain, summary: '', examples: '' };
    about.value = state.vote.text;
    main.append(
      make_private(),
      el('h1', { dir: 'auto', id: 'game-question' }, round.question),
      el('div', { class: 'card choices', role: 'radiogroup', 'aria-labelledby': 'game-question' },
        page.games.concat([abstain]).map(game => {
          const radio = el('input', {
            type: 'radio', name: 'game', autocomplete: 'off',
            onchange: () => {
              state.vote.choice = game.nick;
              state.vote.abstained = game.nick === '';
              change();
            }
          });
          radio.checked = game.nick === '' ? state.vote.abstained : state.vote.choice === game.nick;
          return el('label', { class: 'choice' }, radio,
            el('span', {}, el('strong', {}, game.label),
              game.summary ? el('span', { class: 'line' }, game.summary) : null,
              game.examples ? el('span', { class: 'line quiet' }, game.examples) : null));
        })),
      el('p', {}, el('label', { for: 'reason' }, words.why)), about,
      make_way(words.next, () => {
        if (state.vote.choice === '' && !state.vote.abstained)
          complain(words.game_missing, main.querySelector('input[name=game]'));
        else
          go(state.at + 1);
      }));
  }

  /* Statements and ideas: a text, or several */

  function show_texts () {
    const several = round.kind === 'ideas';
    const list = el('div', { class: 'texts' });
    const more = el('button', {
      type: 'button', id: 'more', onclick: () => {
        state.texts.push('');
        draw();
        list.lastChild.querySelector('textarea').focus();
      }
    }, words.idea_more);

    function draw () {
      list.replaceChildren(...state.texts.map((text, i) => {
        const area = el('textarea', {
          rows: several ? '2' : '4', maxlength: '2000', dir: 'auto', autocomplete: 'off',
          'aria-label': several ? say('idea', { n: i + 1 }) : round.question,
          oninput: () => { state.texts[i] = area.value; change(); }
        });
        area.value = text;
        return el('div', {}, area);
      }));
      more.hidden = !several || state.texts.length >= MOST_TEXTS;
    }

    draw();
    main.append(
      make_private(),
      el('h1', { dir: 'auto' }, round.question),
      el('p', { class: 'quiet' }, several ? words.ideas_how : words.statement_how),
      list, more,
      make_way(words.next, () => {
        if (state.texts.every(text => clean(text) === ''))
          complain(words.text_missing, list.querySelector('textarea'));
        else
          go(state.at + 1);
      }));
  }

  /* The answer, as the program has it */

  function make_entry (cell, subject, aspect) {
    const entry = {};
    if (subject)
      entry.subject = subject;
    if (aspect)
      entry.aspect = aspect;
    if (cell.choice)
      entry.choice = cell.choice;
    if (cell.mark > 0)
      entry.mark = cell.mark;
    if (cell.abstained)
      entry.abstained = true;
    if (clean(cell.text || '') !== '')
      entry.text = clean(cell.text);
    entry.confidence = cell.confidence || 'unsaid';
    return entry;
  }

  const NOTHING = { abstained: true };

  function make_entries () {
    if (is_grid)
      return subjects.flatMap(subject => aspects.map(aspect =>
        make_entry(state.abstains ? NOTHING : get_cell(subject.subject, aspect.aspect),
          subject.subject, aspect.aspect)));
    if (round.kind === 'moments')
      return subjects.map(subject => {
        const place = state.abstains ? -1 : state.order.indexOf(subject.subject);
        return make_entry(place < 0 ? NOTHING : { mark: place + 1 }, subject.subject, '');
      });
    if (state.abstains)
      return [make_entry(NOTHING, '', '')];
    if (round.kind === 'game')
      return [make_entry(state.vote, '', '')];
    return state.texts.filter(text => clean(text) !== '').map(text => make_entry({ text }, '', ''));
  }

  function describe (entry) {
    const verdict = page.verdicts.concat(page.games).find(one => one.nick === entry.choice);
    return entry.abstained ? words.abstained
      : entry.choice ? verdict.label : entry.mark ? String(entry.mark) : '';
  }

  function make_review () {
    const entries = make_entries();
    if (state.abstains)
      return el('p', { class: 'card plain' }, words.abstains_all);
    if (is_grid)
      return subjects.map(subject => el('section', { class: 'card plain' },
        el('h2', { dir: 'auto' }, subject.title),
        el('dl', { class: 'given' }, entries.filter(entry => entry.subject === subject.subject).map(entry => [
          el('dt', { dir: 'auto' }, aspects.find(aspect => aspect.aspect === entry.aspect).name),
          el('dd', { dir: 'auto' }, el('strong', {}, describe(entry)), entry.text ? ' · ' + entry.text : '')]))));
    if (round.kind === 'moments')
      return el('ol', { class: 'card plain' }, state.order.map(id =>
        el('li', { dir: 'auto' }, subjects.find(subject => subject.subject === id).title)));
    return el('ul', { class: 'card plain' }, entries.map(entry =>
      el('li', { dir: 'auto' }, el('strong', {}, describe(entry)), entry.choice && entry.text ? ' · ' : '', entry.text || '')));
  }

  function show_review () {
    const way = make_way(words.lock_in, lock_in);
    main.append(
      make_private(),
      el('h1', {}, words.review),
      el('p', {}, say('review_how', { name: get_name() })),
      el('div', {}, make_review()), way);
    if (state.abstains)
      replace_back(way);
  }

  /* Somebody who abstains from everything came straight from the start. */
  function replace_back (way) {
    const old = way.querySelector('#back');
    old.replaceWith(el('button', { type: 'button', id: 'back', onclick: () => go(0) }, words.back));
  }

  /* Sealing and signing: the same bytes as app/rounds/seal.c and signature.c make */

  function to_utf8 (text) {
    return new TextEncoder().encode(text);
  }

  function to_base64 (bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192)
      text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
    return self.btoa(text);
  }

  function from_base64 (text) {
    return Uint8Array.from(self.atob(text), letter => letter.charCodeAt(0));
  }

  function to_hex (bytes) {
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  }

  function concat (parts) {
    const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  /* ISO/IEC 7816-4, to exactly the one size that all answers of the round have */
  function pad (bytes, size) {
    if (bytes.length >= size)
      throw new RangeError(words.too_long);
    const out = new Uint8Array(size);
    out.set(bytes);
    out[bytes.length] = 0x80;
    return out;
  }

  function seal (plain) {
    const pair = nacl.box.keyPair();
    const nonce = nacl.randomBytes(nacl.box.nonceLength);
    const box = nacl.box(plain, nonce, from_base64(round.public_key), pair.secretKey);
    pair.secretKey.fill(0);
    return concat([pair.publicKey, nonce, box]);
  }

  /* Kept in this browser, where it lets us, so that a replacement is signed by the same key. */
  function get_signing_key () {
    const place = 'north-star-workshop/' + request.workshop.identity + '/' + state.person;
    let seed = null;
    try {
      const kept = self.localStorage.getItem(place);
      seed = kept ? from_base64(kept) : null;
    } catch (error) {
      seed = null;
    }
    if (seed === null || seed.length !== nacl.sign.seedLength)
      seed = keys.get(place) || nacl.randomBytes(nacl.sign.seedLength);
    keys.set(place, seed);
    try {
      self.localStorage.setItem(place, to_base64(seed));
    } catch (error) {
      /* A browser that keeps nothing: this page remembers it while it is open. */
    }
    return nacl.sign.keyPair.fromSeed(seed);
  }

  const keys = new Map();

  function make_signed_bytes (sequence, sealed) {
    const texts = ['nsm ballot 1', request.workshop.identity, round.id, state.person, String(sequence), sealed];
    return concat(texts.flatMap(text => {
      const bytes = to_utf8(text);
      const length = new Uint8Array(8);
      new DataView(length.buffer).setUint32(0, bytes.length, true);
      return [length, bytes];
    }));
  }

  function make_ballot () {
    const sequence = Math.max(Math.floor(Date.now() / 1000), state.sequence + 1);
    const plain = to_utf8(JSON.stringify({
      format: 2, workshop: request.workshop.identity, round: round.id, asked: request.asked,
      key: round.public_key, person: state.person, sequence, nonce: to_hex(nacl.randomBytes(16)),
      answer: { person: state.person, entries: make_entries() }
    }));
    const padded = pad(plain, request.size);
    const sealed = to_base64(seal(padded));
    const pair = get_signing_key();
    const signature = nacl.sign.detached(make_signed_bytes(sequence, sealed), pair.secretKey);
    plain.fill(0);
    padded.fill(0);
    state.sequence = sequence;
    state.signer = Array.from(nacl.hash(pair.publicKey).subarray(0, 8), byte => page.words[byte]).join(' ');
    return JSON.stringify({
      format: 'north-star-workshop-ballot', version: 1, workshop: request.workshop.identity,
      round: round.id, person: state.person, sequence, sealed, signer: to_base64(pair.publicKey),
      signature: to_base64(signature)
    }) + '\n';
  }

  function lock_in () {
    try {
      state.ballot = make_ballot();
    } catch (error) {
      complain(error instanceof RangeError ? error.message : words.no_sealing);
      return;
    }
    if (state.url)
      URL.revokeObjectURL(state.url);
    state.url = URL.createObjectURL(new Blob([state.ballot], { type: 'application/octet-stream' }));
    go(REVIEW + 1);
    document.getElementById('save').click();
  }

  /* The end */

  function get_file_name () {
    const name = get_name().normalize('NFC').replace(/[\\/:*?"<>|\s.]+/g, '-').replace(/^-+|-+$/g, '');
    return (name || 'ballot').slice(0, 60) + '.nsmballot';
  }

  function show_done () {
    const text = el('textarea', { readonly: true, rows: '4', dir: 'ltr', spellcheck: 'false', 'aria-label': words.as_text });
    text.value = state.ballot;
    main.append(
      el('h1', {}, words.done),
      el('p', {}, say('done_what', { file: get_file_name() })),
      el('p', {}, words.done_send),
      el('p', {}, el('a', {
        class: 'button primary', id: 'save', href: state.url, download: get_file_name(),
        onclick: () => { state.saved = true; }
      }, words.save_again)),
      el('details', {}, el('summary', {}, words.signer_title),
        el('p', { class: 'words', id: 'signer', lang: 'en', dir: 'ltr' }, state.signer),
        el('p', { class: 'quiet' }, words.signer_why)),
      el('details', {}, el('summary', {}, words.as_text),
        el('p', { class: 'quiet' }, words.as_text_why), text),
      el('footer', {}, el('div', { class: 'way' },
        el('button', {
          type: 'button', id: 'back', onclick: () => { change(); go(REVIEW); }
        }, words.change), el('span', { class: 'quiet' }, words.close_now))));
  }

  self.addEventListener('beforeunload', event => {
    if (state.begun && !state.saved) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  go(0);
}());
