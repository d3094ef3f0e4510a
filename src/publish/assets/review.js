'use strict';
const items = [...document.querySelectorAll('.item')];
const looked = [...document.querySelectorAll('[data-looked]')];
const by = document.getElementById('by');
const status = document.getElementById('status');
// In the page's language: `texts` stands before this script. {} are the arguments, in order.
const told = (text, ...values) => (texts[text] ?? text).replace(/\{\}/g, () => values.shift());

// ---- What is chosen

const radioOf = (item, kind) => item.querySelector('input[data-' + kind + ']');
const fieldOf = item => item.querySelector('.other');
const isUnstated = item => radioOf(item, 'unstated').checked;
function typedOrChosen(item) {
    const chosen = item.querySelector('input[type=radio]:checked');
    if (!chosen || isUnstated(item)) return '';
    return chosen === radioOf(item, 'other') ? fieldOf(item).value.trim() : chosen.value;
}
// The same rules as kompass correct has (src/model/cell_value.cpp); the bounds come with each figure.
function faultOf(rule, value) {
    if (rule.kind === 'number') {
        const decimal = rule.decimal === '1';
        const form = decimal ? /^[0-9]{1,4}([.,][0-9])?$/ : /^[0-9]{1,4}([.,]0)?$/;
        const number = Number(value.replace(',', '.'));
        if (form.test(value) && number >= Number(rule.least) && number <= Number(rule.most)) return '';
        return told(decimal ? 'It holds a number from {} to {} with one decimal at most.' :
            'It holds a whole number from {} to {}.', rule.least, rule.most);
    }
    if (rule.kind === 'date') {
        const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
        const day = parts && new Date(Date.UTC(parts[1], parts[2] - 1, parts[3]));
        if (day && day.toISOString().startsWith(value) && parts[1] >= rule.least && parts[1] <= rule.most) return '';
        return told('It holds a date of {} to {} such as 2019-02-08.', rule.least, rule.most);
    }
    if (rule.kind === 'municipality' || rule.kind === 'edition') {
        const list = document.getElementById(rule.kind === 'edition' ? 'editions' : 'municipalities');
        if ([...list.options].some(option => option.value === value)) return '';
        return told(rule.kind === 'edition' ? 'There is no such edition.' : 'No register has a municipality of that name.');
    }
    return value === '' ? told('It needs a value.') : '';
}
function faultIn(item) {
    const typed = radioOf(item, 'other').checked;
    return typed && (fieldOf(item).value !== '' || item.dataset.kind === 'text') ?
        faultOf(item.dataset, fieldOf(item).value.trim()) : '';
}
const isDecided = item => isUnstated(item) || (typedOrChosen(item) !== '' && faultIn(item) === '');
// Texts are mended only where that helps: none is waited for.
const isAsked = item => !item.closest('.texts');

// ---- The command for one

// One word to a shell, whatever it holds; a control character could act on the terminal it is pasted into.
function inShell(text) {
    return "'" + text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').split("'").join("'\\''") + "'";
}
function commandOf(figure, value, name, why) {
    return [figure.command, '--by', inShell(name), '--why', inShell(why), ...(value === null ? ['--clear'] : []), '--',
        figure.sha256.slice(0, 12), inShell(figure.cell), ...(value === null ? [] : [inShell(value)])].join(' ');
}

// ---- What is shown

function showItem(item) {
    const fault = faultIn(item);
    fieldOf(item).setAttribute('aria-invalid', String(fault !== ''));
    item.querySelector('.fault').textContent = fault;
    item.classList.toggle('chosen', isDecided(item));
    item.querySelector('code').textContent = commandOf(item.dataset, isUnstated(item) ? null : typedOrChosen(item) || 'VALUE',
        by.value.trim() || 'NAME', item.querySelector('.why').value.trim() || 'WHY');
    showInTable(item);
}
// The table beside the picture holds what is chosen, and adds it up.
function showInTable(item) {
    const topic = item.closest('.topic');
    const cell = [...topic.querySelectorAll('td[data-cell]')].find(td => td.dataset.cell === item.dataset.cell);
    if (!cell) return;
    cell.dataset.held ??= cell.textContent;
    const value = isUnstated(item) ? '–' : typedOrChosen(item).replace(',', '.');
    cell.textContent = isDecided(item) ? value : cell.dataset.held;
    cell.classList.toggle('changed', isDecided(item));
    addUp(topic.querySelector('.held'));
}
function addUp(table) {
    const number = cell => Number(cell.textContent.replace('–', 'NaN'));
    const [sums] = table.querySelectorAll('.reckoned');
    const [printed] = table.querySelectorAll('.printed');
    for (let column = 1; column < sums.cells.length; ++column) {
        if (sums.cells[column].textContent === '') continue;
        const rows = [...table.querySelectorAll('.row')].map(row => number(row.cells[column]));
        const sum = rows.reduce((total, value) => total + (Number.isNaN(value) ? 0 : Math.round(value * 10)), 0) / 10;
        sums.cells[column].textContent = String(sum);
        sums.cells[column].classList.toggle('apart', sum !== number(printed.cells[column]));
    }
}
function showProgress() {
    const counts = new Map([...document.querySelectorAll('.report')].map(report => [report.id, {done: 0, all: 0}]));
    const add = (place, isDone) => {
        const count = counts.get(place.closest('.report').id);
        count.all += 1;
        count.done += isDone ? 1 : 0;
    };
    for (const item of items) if (isAsked(item)) add(item, isDecided(item));
    for (const box of looked) add(box, box.checked);
    const sum = field => [...counts.values()].reduce((total, count) => total + count[field], 0);
    const progress = document.getElementById('progress');
    progress.max = Math.max(sum('all'), 1);
    progress.value = sum('done');
    document.getElementById('done').textContent = told('{} of {} done', sum('done'), sum('all'));
    for (const place of document.querySelectorAll('[data-count-of]')) {
        const {done, all} = counts.get(place.dataset.countOf);
        place.textContent = told('{} of {}', done, all);
    }
}
function showAll() {
    items.forEach(showItem);
    for (const box of looked) box.closest('.part').classList.toggle('chosen', box.checked);
    showProgress();
}

// ---- What the browser keeps: by source and cell, so that a page made anew finds it again

const storageKey = 'kompass-review';
const keyOf = item => item.dataset.sha256 + ' ' + item.dataset.cell;
let unsaved = false;
function stored() {
    try {
        return JSON.parse(localStorage.getItem(storageKey)) ?? {};
    } catch {
        return {};
    }
}
function store() {
    const {choices = {}, looks = {}} = stored();
    for (const item of items) {
        const chosen = item.querySelector('input[type=radio]:checked');
        if (!chosen) {
            delete choices[keyOf(item)];
            continue;
        }
        choices[keyOf(item)] = {kind: isUnstated(item) ? 'unstated' : chosen === radioOf(item, 'other') ? 'other' : 'value',
            value: chosen.value, typed: fieldOf(item).value, why: item.querySelector('.why').value};
    }
    for (const box of looked) looks[box.dataset.looked] = box.checked;
    try {
        localStorage.setItem(storageKey, JSON.stringify({by: by.value, choices, looks}));
        return true;
    } catch {
        document.getElementById('storage').hidden = false;
        return false;
    }
}
function choose(item, choice) {
    const plain = [...item.querySelectorAll('input[type=radio]')].find(radio => !('other' in radio.dataset) &&
        !('unstated' in radio.dataset) && radio.value === choice.value && choice.kind === 'value');
    const radio = choice.kind === 'unstated' ? radioOf(item, 'unstated') : plain ?? radioOf(item, 'other');
    radio.checked = true;
    if (radio === radioOf(item, 'other')) fieldOf(item).value = choice.typed ?? choice.value;
    if (choice.why) item.querySelector('.why').value = choice.why;
}
function restore() {
    const {by: name = '', choices = {}, looks = {}} = stored();
    by.value = name;
    for (const item of items) if (choices[keyOf(item)]) choose(item, choices[keyOf(item)]);
    for (const box of looked) box.checked = looks[box.dataset.looked] === true;
}
function changed() {
    unsaved = !store();
    showProgress();
}

// ---- The file of decisions

const quoted = text => '"' + text.replaceAll('"', '""') + '"';
function say(text) { status.textContent = text; }
function save() {
    if (by.value.trim() === '') {
        say(told('Say first who decides.'));
        by.focus();
        return;
    }
    const faulty = items.find(item => faultIn(item) !== '');
    if (faulty) {
        say(told('Mend first: {}. {}', faulty.dataset.cell, faultIn(faulty)));
        fieldOf(faulty).focus();
        return;
    }
    const decided = items.filter(isDecided);
    const rows = decided.map(item => [item.dataset.sha256, item.dataset.cell, typedOrChosen(item),
        isUnstated(item) ? 'no' : 'yes', by.value.trim(), item.querySelector('.why').value.trim() || told('seen in the source')]);
    const text = [['sha256', 'cell', 'value', 'stated', 'by', 'why'], ...rows].map(row => row.map(quoted).join(',') + '\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(text, {type: 'text/csv'}));
    link.download = 'decisions.csv';
    link.click();
    unsaved = false;
    say(rows.length === 1 ? told('1 decision saved: kompass corrections import decisions.csv') :
        told('{} decisions saved: kompass corrections import decisions.csv', rows.length));
}
// The rows of a CSV file with heads; a quote within quotes is doubled.
function rowsOf(text) {
    const rows = [[]];
    for (const [, field, after] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
        rows.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
        if (after !== ',') rows.push([]);
    }
    const [heads, ...others] = rows.filter(row => row.some(field => field !== ''));
    return others.map(row => Object.fromEntries((heads ?? []).map((head, i) => [head.replace('\ufeff', ''), row[i] ?? ''])));
}
async function takeUp(file) {
    let taken = 0;
    for (const row of rowsOf(await file.text())) {
        const item = items.find(one => keyOf(one) === row.sha256 + ' ' + row.cell);
        if (!item || (row.value === '' && row.stated !== 'no')) continue;
        choose(item, {kind: row.stated === 'no' ? 'unstated' : 'value', value: row.value, why: row.why});
        by.value ||= row.by;
        ++taken;
    }
    showAll();
    changed();
    say(taken === 1 ? told('1 decision taken from {}.', file.name) : told('{} decisions taken from {}.', taken, file.name));
}

// ---- What the reader does

for (const item of items) {
    item.addEventListener('input', event => {
        if (event.target === fieldOf(item)) radioOf(item, 'other').checked = true;
        showItem(item);
        changed();
    });
    // By pointer only: who goes through the choices by the arrows is to get past this one.
    radioOf(item, 'other').addEventListener('click', event => { if (event.detail > 0) fieldOf(item).focus(); });
    const showMarks = at => item.closest('.topic').querySelectorAll('.mark[data-item="' + item.id + '"]')
        .forEach(mark => mark.classList.toggle('at', at));
    item.addEventListener('focusin', () => showMarks(true));
    item.addEventListener('focusout', () => showMarks(false));
    item.querySelector('.leave').addEventListener('click', () => {
        for (const radio of item.querySelectorAll('input[type=radio]')) radio.checked = false;
        showItem(item);
        changed();
    });
    item.querySelector('.copy').addEventListener('click', () => {
        const command = item.querySelector('code').textContent;
        if (!navigator.clipboard) say(told('Copy it by hand.'));
        else navigator.clipboard.writeText(command).then(() => say(told('Copied.')), () => say(told('Copy it by hand.')));
    });
}
for (const box of looked) box.addEventListener('change', () => { showAll(); changed(); });
for (const button of document.querySelectorAll('.none'))
    button.addEventListener('click', () => {
        for (const item of button.closest('.part').querySelectorAll('.item'))
            if (isAsked(item)) choose(item, {kind: 'unstated'});
        showAll();
        changed();
    });
by.addEventListener('input', changed);
by.addEventListener('change', showAll); // in every command
document.getElementById('save').addEventListener('click', save);
document.getElementById('continue').addEventListener('change', event => {
    if (event.target.files.length > 0) takeUp(event.target.files[0]);
    event.target.value = '';
});
window.addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });

// Places in the order of the page: figures, and parts that are only looked at.
const places = [...document.querySelectorAll('.item, .part')].filter(place => place.matches('.item') ? isAsked(place) :
    place.querySelector('[data-looked]'));
const isOpen = place => !place.classList.contains('chosen');
function go(step, wanted = () => true) {
    const here = places.findIndex(place => place.contains(document.activeElement));
    const ahead = step > 0 ? [...places.slice(here + 1), ...(here < 0 ? [] : places.slice(0, here + 1))] :
        places.slice(0, Math.max(here, 0)).reverse();
    const next = ahead.find(wanted);
    if (!next) {
        say(wanted === isOpen ? told('Nothing is open.') : '');
        return;
    }
    next.focus({preventScroll: true});
    next.scrollIntoView({block: 'center'});
}
document.getElementById('next').addEventListener('click', () => go(1, isOpen));
document.addEventListener('keydown', event => {
    if (event.target.matches('input[type=text], textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') go(1);
    if (event.key === 'p') go(-1);
    if (event.key === 'o') go(1, isOpen);
});

restore();
unsaved = !store();
showAll();
