'use strict';
// The search page. register.js and then text.js call kompassIndex with
//   municipalities, editions   names
//   reports    [address, title, municipality, edition] each; -1: not known
//   questions  the addresses of the questions' pages, by edition and number
//   chapters   of each report the headings of its chapters outside the areas, by number (text.js)
//   passages   [kind, area, text, reports, question, signs, chapters] each; area 0: in a chapter; signs and chapters are those in each of the
//              reports, none where all are empty
//   words      in which passages a word stands
// Lists of places are distances: each from the one before. register.js holds the short texts, text.js, which is large and loaded after it, the
// running text; its passages follow those of register.js. What is found is what `kompass search` finds: words as they are typed;
// words without å ä ö that differ in these alone; other forms (Snowball's stems, stems.js) and compounds. All words must stand in a passage.
// A passage that several reports have is shown once, with the reports of each edition.

const form = document.getElementById('sok');
const fields = { q: form.elements.q, utgava: form.elements.utgava, omrade: form.elements.omrade, typ: form.elements.typ,
    kommun: form.elements.kommun };
const count = document.getElementById('antal');
const list = document.getElementById('traffar');
const more = document.getElementById('fler');
const loading = document.getElementById('laser');
const words = JSON.parse(document.getElementById('ord').textContent);
const atOnce = 25;
let index = null;
let shown = atOnce;

const filled = (text, ...values) => values.reduce((all, value) => all.replace('{}', value), text);
const folded = word => word.normalize('NFD').replace(/\p{M}/gu, '');
const tokensOf = text => text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

function placesOf(distances) {
    let at = 0;
    return distances.map(distance => { at += distance; return at; });
}

// ---- Words akin to a word

const stemmer = new SwedishStemmer();
const stemOf = word => stemmer.stemWord(word);

function addTo(map, key, word) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(word);
}

class Vocabulary {
    constructor() {
        this.words = [];
        this.lists = []; // of each script
        this.places = new Map();
        this.byFold = new Map();
        this.byStem = new Map();
    }
    add(all) {
        const isKnown = word => this.lists.some(list => Object.hasOwn(list, word));
        for (const word of Object.keys(all).filter(one => !isKnown(one))) {
            this.words.push(word);
            addTo(this.byFold, folded(word), word);
            addTo(this.byStem, stemOf(word), word);
        }
        this.lists.push(all);
        this.places.clear();
    }
    placesOf(word) {
        if (!this.places.has(word))
            this.places.set(word, this.lists.flatMap(list => Object.hasOwn(list, word) ? placesOf(list[word]) : []));
        return this.places.get(word);
    }
    // What is left of a compound is a word too, but for its joint: medborgar(e), arbet(e)s.
    isPart(rest) {
        return this.byStem.has(stemOf(rest)) || (rest.endsWith('s') && this.byStem.has(stemOf(rest.slice(0, -1))));
    }
    // "medborgardialogen" ends with dialog in some form, "kommunstyrelsen" begins with kommunen; "ändamål" holds "mål" by chance.
    isCompound(word, part) {
        if (word.length < 8 || part.length < 3 || word.length < part.length + 3) return false;
        const [whole, end] = [stemOf(word), stemOf(part)];
        if (end.length > 2 && whole.endsWith(end) && whole.length >= end.length + 3 && this.isPart(whole.slice(0, -end.length))) return true;
        return [part, ...(end.length > 3 ? [end] : [])].some(start => word.startsWith(start) && this.isPart(word.slice(start.length)));
    }
    akinTo(word) {
        const stem = stemOf(word);
        const isForm = one => [stem, word].includes(stemOf(one)); // "hållbarhet" has "hållbar" for its stem, and that another
        return this.words.filter(one => one !== word && (isForm(one) || this.isCompound(one, word)));
    }
}
const vocabulary = new Vocabulary();

// ---- What is asked for

// A term: words before, and of the last the sets as typed, in other diacritics, akin.
function termOf(parts, star, phrase) {
    const last = parts.at(-1);
    const before = parts.slice(0, -1);
    const plain = folded(parts.join(' ')) === parts.join(' ');
    const begins = star ? vocabulary.words.filter(word => word.startsWith(last)) : [last];
    let other = [];
    if (plain)
        other = star ? vocabulary.words.filter(word => folded(word).startsWith(last)) : vocabulary.byFold.get(last) ?? [];
    const akin = star || phrase ? [] : [...new Set([last, ...other].flatMap(word => vocabulary.akinTo(word)))];
    return { said: parts.join(' ') + (star ? '*' : ''), before, plain, sets: [begins, [...begins, ...other], [...begins, ...other, ...akin]] };
}

function termsOf(query) {
    const terms = [];
    for (const [, quoted, quotedStar, bare] of query.matchAll(/"([^"]*)"?(\*?)|([^\s"]+)/g)) {
        const parts = tokensOf(quoted ?? bare);
        if (parts.length === 0) continue;
        const star = bare === undefined ? quotedStar === '*' : /\*[^\p{L}\p{N}]*$/u.test(bare);
        terms.push(termOf(parts, star, bare === undefined));
    }
    return terms;
}

// Passages that have the term in this way: 0 as typed, 1 in other diacritics, 2 akin.
function passagesWith(term, way) {
    const found = new Set(term.sets[way].flatMap(word => vocabulary.placesOf(word)));
    if (term.before.length === 0) return found;
    const alike = way > 0 && term.plain ? folded : word => word;
    const last = new Set(term.sets[way]);
    return new Set([...found].filter(at => {
        const tokens = tokensOf(index.passages[at][2]);
        return tokens.some((_, i) => last.has(tokens[i + term.before.length]) &&
            term.before.every((word, j) => alike(tokens[i + j]) === word));
    }));
}

function wantedBy(state) {
    const town = state.kommun === '' ? -1 : index.municipalities.indexOf(state.kommun);
    const edition = state.utgava === '' ? -1 : index.editions.indexOf(state.utgava);
    const isWanted = report => (state.kommun === '' || report[2] === town) && (state.utgava === '' || report[3] === edition);
    return passage => (state.typ !== '' && passage[0] !== state.typ) || (state.omrade !== '' && passage[1] !== Number(state.omrade)) ? [] :
        placesOf(passage[3]).map((report, i) => ({ report, sign: passage[5][i] ?? '', chapter: passage[6][i] ?? 0 }))
            .filter(({ report }) => isWanted(index.reports[report]));
}

// Short texts with rare words first.
function weigher(terms, ways) {
    const all = index.passages.length;
    const usual = index.usual ??= index.passages.reduce((sum, passage) => sum + passage[2].length, 0) / all;
    const rarities = ways.map(way => terms.map((_, i) => Math.log(1 + (all - way[i].size + 0.5) / (way[i].size + 0.5))));
    return (at, way) => rarities[way].reduce((sum, rarity) => sum + rarity, 0) * 2.2 / (1.3 + 0.9 * index.passages[at][2].length / usual);
}

// { terms, found: [{ at, way, reports: [{ report, sign, chapter }] }] }, the best first.
function search(state) {
    const terms = termsOf(state.q);
    if (terms.length === 0) return { terms, found: [] };
    const ways = [0, 1, 2].map(way => terms.map(term => passagesWith(term, way)));
    const reportsOf = wantedBy(state);
    const weight = weigher(terms, ways);
    const known = new Set();
    const found = [];
    ways.forEach((sets, way) => {
        const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
        const here = [...first].filter(at => !known.has(at) && others.every(set => set.has(at)));
        here.forEach(at => known.add(at));
        found.push(...here.map(at => ({ at, way, reports: reportsOf(index.passages[at]) })).filter(one => one.reports.length > 0)
            .sort((a, b) => weight(b.at, way) - weight(a.at, way) || a.at - b.at));
    });
    return { terms, found };
}

// ---- What is shown

function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...[content].flat());
    return made;
}
const linkTo = (address, content) => element('a', content, { href: '../' + address });

function marked(text, wanted) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
        if (!wanted.has(match[0].toLowerCase())) continue;
        parts.push(text.slice(at, match.index), element('mark', match[0]));
        at = match.index + match[0].length;
    }
    return [...parts, text.slice(at)];
}

// Of a long text what stands about the first word found.
function excerpt(text, wanted) {
    const most = 300;
    if (text.length <= most) return text;
    const first = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find(match => wanted.has(match[0].toLowerCase()))?.index ?? 0;
    const from = first < 120 ? 0 : text.indexOf(' ', first - 120) + 1;
    const end = from + most >= text.length ? text.length : text.lastIndexOf(' ', from + most);
    return (from > 0 ? '… ' : '') + text.slice(from, end) + (end < text.length ? ' …' : '');
}

// Where in the report's page.
function placeIn(kind, area, question, chapter) {
    if (area === 0) return '#kapitel-' + chapter;
    if (kind === 'text') return '#text-' + area;
    return question === '' ? '#omrade-' + area : '#c-' + question + '-points';
}

function whatOf(kind, area, question) {
    const name = words.kinds[kind] + (question === '' ? '' : ' ' + question);
    return area === 0 ? name : filled(words.what, name, area);
}

// The reports of one edition, each with the place of the passage in it; of many the first.
function reportsOf([kind, area, , , question], found) {
    const most = 4;
    const parts = found.slice(0, most).flatMap(({ report, sign, chapter }, i) => {
        const [address, title] = index.reports[report];
        const heading = kind === 'chapter' ? ', ' + (index.chapters?.[report]?.[chapter] || words.untitled) : '';
        return [...(i > 0 ? [', '] : []), linkTo(address + 'index.html' + placeIn(kind, area, question, chapter), title + heading),
            ...(sign === '' ? [] : ['\u00a0', element('a', sign, { class: 'sign', href: '../om/index.html#tecken' })])];
    });
    if (found.length > most) parts.push(' ', filled(words.others, found.length - most));
    return parts;
}

// What the passage is, and for each edition the reports that have it.
function whereOf(found) {
    const passage = index.passages[found.at];
    const [kind, area, , , question] = passage;
    const editions = new Map();
    for (const one of found.reports) addTo(editions, index.reports[one.report][3], one);
    const lines = [...editions].sort(([a], [b]) => (index.editions[b] ?? '').localeCompare(index.editions[a] ?? '')).map(([edition, reports]) => {
        const id = index.editions[edition];
        const name = id === undefined ? words.without_edition : filled(words.edition, id);
        const page = id === undefined ? undefined : index.questions[id]?.[question];
        return element('li', [page === undefined ? name : linkTo(page + 'index.html', name), ': ', ...reportsOf(passage, reports)]);
    });
    return [element('p', whatOf(kind, area, question), { class: 'where' }), element('ul', lines, { class: 'where' })];
}

function show(result) {
    const wanted = new Set(result.terms.flatMap(term => [...term.before, ...term.sets[2]]));
    list.replaceChildren();
    let way = 0;
    for (const found of result.found.slice(0, shown)) {
        if (found.way !== way) list.append(element('li', element('h2', found.way === 1 ? words.diacritics : words.forms), { class: 'way-of-words' }));
        way = found.way;
        const said = element('p', marked(excerpt(index.passages[found.at][2], wanted), wanted), { class: 'said' });
        list.append(element('li', [said, ...whereOf(found)], { 'data-passage': found.at }));
    }
    more.hidden = result.found.length <= shown;
    more.textContent = filled(words.more, Math.min(atOnce, result.found.length - shown));
}

function tell(state, result) {
    const number = result.found.length;
    if (result.terms.length === 0) {
        count.textContent = '';
        return;
    }
    if (number > 0) {
        const places = result.found.reduce((sum, one) => sum + one.reports.length, 0);
        count.textContent = filled(number === 1 ? words.one : words.many, number) +
            (places === number ? '' : ', ' + filled(words.places, places));
        return;
    }
    const unknown = result.terms.filter(term => passagesWith(term, 2).size === 0).map(term => '”' + term.said + '”');
    const without = search({ ...state, utgava: '', omrade: '', typ: '', kommun: '' }).found.length;
    count.textContent = words.none + (unknown.length > 0 ? ' ' + filled(words.unknown, unknown.join(', ')) : '') +
        (without > 0 ? ' ' + filled(words.without, without) : '');
}

// ---- What the address holds

const stateOf = () => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value.trim()]));

function addressOf(state) {
    const given = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ''));
    return '#' + given.toString();
}

function takeAddress() {
    const given = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    for (const [name, field] of Object.entries(fields)) {
        field.value = given.get(name) ?? '';
        if (field.value === '' && field.tagName === 'SELECT') field.selectedIndex = 0; // what there is not
    }
}

function run() {
    const state = stateOf();
    const result = search(state);
    show(result);
    tell(state, result);
}

function asked() {
    shown = atOnce;
    const address = addressOf(stateOf());
    if (address !== location.hash && !(address === '#' && location.hash === '')) history.replaceState(null, '', address);
    run();
}

function listen() {
    let waiting = 0;
    form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(asked, 150); });
    form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(waiting); asked(); });
    form.addEventListener('reset', () => setTimeout(asked));
    window.addEventListener('hashchange', () => { takeAddress(); shown = atOnce; run(); });
    more.addEventListener('click', () => {
        const first = list.querySelectorAll('[data-passage]').length;
        shown += atOnce;
        run();
        list.querySelectorAll('[data-passage]')[first]?.querySelector('a')?.focus();
    });
}

// The running text comes when the rest can be asked already.
function loadText() {
    loading.textContent = words.later;
    document.head.append(Object.assign(document.createElement('script'), { src: 'text.js', onerror: () => { loading.textContent = words.no_text; } }));
}

// Called by register.js and text.js.
function kompassIndex(value) {
    vocabulary.add(value.words);
    if (index !== null) {
        index.chapters = value.chapters;
        index.passages = index.passages.concat(value.passages);
        delete index.usual;
        loading.hidden = true;
        run();
        return;
    }
    index = value;
    takeAddress();
    asked();
    listen();
    loadText();
}

form.hidden = false;
