'use strict';
// The page that puts evaluations side by side. figures.js calls kompassFigures with
//   reports   { key, address, name, municipality, when, edition, lines } each; a line is [points, sign, of what]: all areas together
//             first, then the eight; null: not stated
//   editions  by id { titles: the eight, medians: all areas together first }
// The figures are those of the reports' pages; nothing is reckoned here but differences within an edition.

const form = document.getElementById('jamfor');
const choices = document.getElementById('val');
const output = document.getElementById('resultat');
const told = document.getElementById('besked');
const warning = document.getElementById('varning');
const words = JSON.parse(document.getElementById('ord').textContent);
const most = 6;
let data = null;

const filled = (text, ...values) => values.reduce((all, value) => all.replace('{}', value), text);
const swedish = number => String(number).replace('.', ',');
const isUnsure = sign => sign === '?' || sign === '!';
const letterOf = at => 'ABCDEF'[at];
const labelOf = report => report.name;

function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...[content].flat());
    return made;
}

// ---- Lines of the table

// What the editions call it, each title once.
function titleOf(area, reports) {
    if (area === 0) return words.all;
    const titles = reports.map(report => data.editions[report.edition]?.titles[area - 1] ?? '').filter(title => title !== '');
    return [area, [...new Set(titles)].join(' / ')].join(' ').trim();
}

// In tenths, for figures have a decimal at most; null across editions, or where one is not stated.
function differenceOf(report, first, area) {
    const [points, [other]] = [report.lines[area][0], first.lines[area]];
    if (points === null || other === null || report.edition !== first.edition || report.edition === '') return null;
    return (Math.round(points * 10) - Math.round(other * 10)) / 10;
}
// Of what is not sure a difference is not either.
const unsureOf = (report, first, area) => [report, first].map(one => one.lines[area][1]).find(isUnsure) ?? '';
const signed = number => number === null ? '–' : number > 0 ? '+' + swedish(number) : number < 0 ? '−' + swedish(-number) : '0';

function signOf(sign) {
    return element('a', sign, { class: 'sign ' + words.states[sign].name, href: '#tecken-' + words.states[sign].name, title: words.states[sign].means });
}

function cellOf(report, area) {
    const [points, sign] = report.lines[area];
    const content = [points === null ? '–' : swedish(points), ...(sign === '' ? [] : [signOf(sign)])];
    return element('td', content, { 'data-evaluation': report.key, 'data-field': 'points', ...(area > 0 ? { 'data-area': area } : {}) });
}

function differenceCell(report, first, area) {
    const difference = differenceOf(report, first, area);
    const sign = difference === null ? '' : unsureOf(report, first, area);
    return element('td', [signed(difference), ...(sign === '' ? [] : [signOf(sign)])], { class: 'difference' });
}

function tableOf(reports) {
    const others = reports.slice(1);
    const heads = [element('th', words.area, { scope: 'col' }),
        ...reports.map((report, i) => element('th', [letterOf(i) + ' ', element('a', labelOf(report), { href: '../' + report.address + 'index.html' })],
            { scope: 'col' })),
        ...others.map((_, i) => element('th', letterOf(i + 1) + ' − A', { scope: 'col', title: filled(words.difference, letterOf(i + 1)) }))];
    const rows = [1, 2, 3, 4, 5, 6, 7, 8, 0].map(area => element('tr', [element('th', titleOf(area, reports), { scope: 'row' }),
        ...reports.map(report => cellOf(report, area)),
        ...others.map(report => differenceCell(report, reports[0], area))],
    area === 0 ? { class: 'sum' } : {}));
    const editions = element('tr', [element('th', words.edition, { scope: 'row' }), ...reports.map(report => element('td', report.edition || '–')),
        ...others.map(() => element('td', ''))], { class: 'editions' });
    const table = element('table', [element('caption', words.caption, { class: 'unseen' }), element('thead', element('tr', heads)),
        element('tbody', [editions, ...rows])], { class: 'figures compared' });
    return element('div', table, { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.caption });
}

// ---- The chart, as publish/charts/comparison_chart.cpp draws it

const pixels = { legend: 20, label: 22, step: 17, bar: 11, below: 14, axis: 30 };
const across = { from: 5, to: 88, full: 100 };
const at = number => across.from + (across.to - across.from) * number / across.full;

function shape(name, attributes, text) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
}
const textAt = (x, y, classes, text) => shape('text', { x: x + '%', y, class: classes }, text);
const lineAt = (x1, y1, x2, y2, classes) => shape('line', { x1: x1 + '%', y1, x2: x2 + '%', y2, class: classes });

function legendOf(reports) {
    const entries = reports.map((report, i) => ['series series-' + (i + 1), letterOf(i) + '  ' + labelOf(report)]);
    if (reports.some(report => report.lines.slice(1).some(([, sign]) => isUnsure(sign)))) entries.push(['series series-1 unsure', words.unsure]);
    const shapes = entries.flatMap(([classes, text], i) => [shape('rect', { x: 0, y: i * pixels.legend + 6, width: 20, height: 10, class: classes }),
        shape('text', { x: 28, y: i * pixels.legend + 16, class: 'small' }, text)]);
    let y = entries.length * pixels.legend;
    if (reports.some(report => data.editions[report.edition]?.medians)) {
        shapes.push(shape('line', { x1: 10, y1: y + 4, x2: 10, y2: y + 19, class: 'median' }), shape('text', { x: 28, y: y + 16, class: 'small' }, words.median));
        y += pixels.legend;
    }
    return { shapes, y: y + 12 };
}

function barsOf(report, i, area, top) {
    const [points, sign] = report.lines[area];
    const foot = top + pixels.bar - 1;
    const shapes = [textAt(0, foot, 'small', letterOf(i)), textAt(100, foot, 'strong end', points === null ? '–' : swedish(points) + sign)];
    if (points !== null)
        shapes.push(shape('rect', { x: across.from + '%', y: top, width: at(points) - across.from + '%', height: pixels.bar,
            class: 'series series-' + (i + 1) + (isUnsure(sign) ? ' unsure' : '') }));
    const median = data.editions[report.edition]?.medians?.[area];
    if (median !== undefined && median !== null)
        for (const classes of ['halo', 'median']) shapes.push(lineAt(at(median), top - 2, at(median), top + pixels.bar + 2, classes));
    return shapes;
}

function chartOf(reports) {
    const { shapes, y: begin } = legendOf(reports);
    const height = pixels.label + pixels.step * reports.length + pixels.below;
    const bottom = begin + 8 * height;
    const axis = [0, 25, 50, 75, 100].flatMap(number => [lineAt(at(number), begin, at(number), bottom, 'grid'),
        textAt(at(number), bottom + 16, 'small mid', swedish(number))]);
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((area, row) => {
        const top = begin + row * height;
        const title = titleOf(area, reports);
        return [textAt(0, top + 14, 'label', title.length > 50 ? title.slice(0, 49) + '…' : title),
            ...reports.flatMap((report, i) => barsOf(report, i, area, top + pixels.label + pixels.step * i))];
    });
    const said = reports.map((report, i) => letterOf(i) + ' ' + labelOf(report) + ': ' +
        report.lines.slice(1).map(([points, sign], area) => area + 1 + ' ' + (points === null ? '–' : swedish(points) + sign)).join(', ')).join('. ');
    const svg = shape('svg', { class: 'chart', height: bottom + pixels.axis, role: 'img', 'aria-labelledby': 'jamforelse-title jamforelse-desc' });
    svg.append(shape('title', { id: 'jamforelse-title' }, words.chart), shape('desc', { id: 'jamforelse-desc' }, said), ...shapes, ...axis, ...rows);
    return element('figure', svg);
}

// ---- What is chosen

function choiceOf(at, chosen) {
    const select = element('select', element('option', at === 0 ? words.choose : words.another, { value: '' }));
    let group = null;
    for (const report of data.reports) {
        if (report.municipality !== group?.label) select.append(group = element('optgroup', [], { label: report.municipality }));
        group.append(element('option', labelOf(report), { value: report.key, ...(report.key === chosen ? { selected: '' } : {}) }));
    }
    return element('label', [letterOf(at) + ' ', select]);
}

const chosenKeys = () => [...choices.querySelectorAll('select')].map(select => select.value).filter(key => key !== '');

function show(keys) {
    const unknown = keys.filter(key => !data.reports.some(report => report.key === key));
    const reports = keys.map(key => data.reports.find(report => report.key === key)).filter(report => report !== undefined).slice(0, most);
    choices.replaceChildren(...reports.map((report, i) => choiceOf(i, report.key)),
        ...(reports.length < most ? [choiceOf(reports.length, '')] : []));
    const editions = new Set(reports.map(report => report.edition));
    warning.hidden = editions.size < 2;
    output.replaceChildren(...(reports.length > 0 ? [chartOf(reports), tableOf(reports)] : []));
    told.textContent = unknown.length > 0 ? filled(words.unknown, unknown.join(', ')) : reports.length < 2 ? words.hint : filled(words.compared, reports.length);
}

// ---- What the address holds

function keysOfAddress() {
    const given = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    return [...new Set((given.get('u') ?? '').split(',').filter(key => key !== ''))];
}

function chosen() {
    const keys = [...new Set(chosenKeys())];
    const at = [...choices.querySelectorAll('select')].indexOf(document.activeElement);
    history.replaceState(null, '', '#u=' + keys.join(','));
    show(keys);
    if (at >= 0) [...choices.querySelectorAll('select')][Math.min(at, choices.children.length - 1)].focus();
}

// Called by figures.js.
function kompassFigures(value) {
    data = value;
    show(keysOfAddress());
    choices.addEventListener('change', chosen);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', event => { event.preventDefault(); history.replaceState(null, '', '#u='); show([]); });
    window.addEventListener('hashchange', () => show(keysOfAddress()));
}

form.hidden = false;
