// Reads a site in Chromium, driven by Playwright.
//
// usage: node site-pages.mjs PACKAGES BROWSER FOLDER
//
// FOLDER holds site/, words.html (pdftotext -bbox of storanas-2018.pdf), totals.json, what the archive has in effect, and searched/, what
// `kompass search` finds of some words. Left there: screenshots. Every fault is told in a line;
// the exit code is 1 if there is one.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkLook, launched } from './chromium.mjs';

const [, , packages, browserPath, folder] = process.argv;
const { browser, axe } = await launched(packages, browserPath);
const report = 'kommun/9907-storanas/2018/';
const kinds = {
    start: '', about: 'om/', town: 'kommun/9913-kvarnhed/', report, torn: 'kommun/9903-granhult/2017/', scorings: 'kommun/9913-kvarnhed/2010/',
    source: report + 'sida/4/', area: 'omrade/3/', edition: 'utgava/2016/', question: 'fraga/2016/2.3/', search: 'sok/', compare: 'jamfor/',
};
const asked = { search: '#q=dialog&utgava=2016', compare: '#u=se-9907-2018-04,se-9901-2016-03,se-9913-2010-10' }; // what a page with a script is asked when it is looked at

const totals = JSON.parse(readFileSync(folder + '/totals.json', 'utf8'));

const faults = [];
const check = (holds, fault) => { if (!holds) faults.push(fault); };
const addressOf = (kind, state = asked[kind] ?? '') => pathToFileURL(folder + '/site/' + kinds[kind] + 'index.html').href + state;

async function context(options = {}) {
    return browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
}

async function opened(inContext, address) {
    const page = await inContext.newPage();
    page.setDefaultTimeout(10000);
    page.on('console', message => check(!['error', 'warning'].includes(message.type()), address + ': console: ' + message.text()));
    page.on('pageerror', error => check(false, address + ': error: ' + error.message));
    page.on('requestfailed', request => check(false, address + ': does not load ' + request.url()));
    page.on('request', request => check(/^(file|data):/.test(request.url()), address + ': asks the network: ' + request.url()));
    await page.goto(address);
    return page;
}

// ---- How it looks: every kind of page, width and scheme

async function checkLooks() {
    for (const width of [1280, 390])
        for (const colorScheme of ['light', 'dark']) {
            const looking = await context({ viewport: { width, height: 900 }, colorScheme });
            for (const kind of Object.keys(kinds)) {
                const name = kind + '-' + width + '-' + colorScheme;
                const page = await opened(looking, addressOf(kind));
                if (process.env.KEEP) await page.screenshot({ path: folder + '/' + name + '.png' });
                if (width === 390 && colorScheme === 'light') await checkContent(page, kind);
                // Every width and every scheme is looked at by axe-core, not each with each: it takes longest.
                await checkLook(page, (width === 390) === (colorScheme === 'dark') ? axe : '', name, colorScheme, check);
                await page.close();
            }
            await looking.close();
        }
}

async function checkContent(page, kind) {
    const levels = await page.locator('h1, h2, h3, h4').evaluateAll(heads => heads.map(head => Number(head.tagName[1])));
    check(levels[0] === 1 && levels.filter(level => level === 1).length === 1, kind + ': has not one first heading');
    check(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), kind + ': a level of headings is skipped: ' + levels);
    check(kind in asked || await page.locator('script:not([type="application/ld+json"])').count() === 0, kind + ': has a script');
    for (const property of ['og:title', 'og:description', 'og:type', 'og:locale'])
        check(await page.locator('meta[property="' + property + '"]').getAttribute('content') !== '', kind + ': lacks ' + property);
    const unnamed = await page.locator('svg.chart').evaluateAll(charts => charts.filter(chart =>
        !chart.querySelector('title')?.textContent || !chart.querySelector('desc')?.textContent).length);
    check(unnamed === 0, kind + ': a chart has no text alternative');
    // Texts of charts do not run over each other nor out of the page.
    const over = await page.locator('svg.chart').evaluateAll(charts => charts.flatMap(chart => {
        const boxes = [...chart.querySelectorAll('text')].map(text => [text.getBoundingClientRect(), text.textContent]);
        return boxes.flatMap(([a, words], i) => boxes.slice(i + 1).filter(([b]) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
            .map(([, others]) => words + ' / ' + others));
    }));
    check(over.length === 0, kind + ': texts of a chart overlap: ' + over[0]);
    const links = await page.locator('a[href]').evaluateAll(all => all.map(one => one.href));
    for (const link of links)
        check(!link.startsWith('file:') || existsSync(fileURLToPath(link.split('#')[0])), kind + ': leads nowhere: ' + link);
}

async function checkWords() {
    const here = await context();
    const page = await opened(here, addressOf('report'));
    check((await page.locator('h1').textContent()) === 'Storånäs 2018', 'the report is not titled by its name');
    check(await page.locator('text=Förbättringsområden').count() >= 8, 'not every area has its Förbättringsområden');
    check((await page.locator('#c-2\\.3-points').textContent()).trim() === '12*', 'what was decided does not stand with its sign');
    const decisions = await page.locator('#rattelser + div').textContent();
    check(decisions.includes('2.3'), 'what was decided is not told');
    check(!decisions.includes('Anna Ek'), 'who decided is told, though names were not asked for');
    check(await page.locator('.checks li').count() >= 8, 'what does not add up is not told');
    await page.goto(addressOf('torn'));
    check((await page.locator('.notice').allTextContents()).join().includes('poängtabell i område 4'), 'what is missing is not told');
    await page.goto(addressOf('town'));
    check(await page.locator('svg:has(#diagram-ar-title) .line').count() === 1, 'what is of two editions is joined');
    check((await page.locator('.notice').first().textContent()).includes('går inte att jämföra'), 'there is no warning across editions');
    await here.close();
}

// ---- A figure leads to its place in the picture of its page

async function checkPlaces() {
    const words = readFileSync(folder + '/words.html', 'utf8').split('<page ').slice(1).map(page => {
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
        return [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
            .map(([, x0, y0, x1, y1, text]) => ({ x: (+x0 + +x1) / 2 / width, y: (+y0 + +y1) / 2 / height, text }));
    });
    const here = await context();
    const page = await opened(here, addressOf('report'));
    const figures = await page.locator('td .place').evaluateAll(all => all.map(one => ({ text: one.textContent, href: one.href,
        decided: one.parentNode.querySelector('.decided') !== null })));
    check(figures.length > 150, 'only ' + figures.length + ' figures lead to their place');
    const pictures = new Map();
    let exact = 0;
    for (const { text, href, decided } of figures) {
        const [address, id] = href.split('#');
        if (!pictures.has(address)) {
            await page.goto(address);
            check(await page.locator('main > .picture img').evaluate(async image => { await image.decode(); return image.naturalWidth; }) > 800,
                address + ': there is no picture');
            pictures.set(address, await page.locator('.mark').evaluateAll(marks => Object.fromEntries(marks.map(mark => [mark.id,
                ['left', 'top', 'width', 'height'].map(side => parseFloat(mark.style[side]) / 100)]))));
        }
        const mark = pictures.get(address)[decodeURIComponent(id)];
        if (!mark) {
            check(false, href + ': there is no mark');
            continue;
        }
        const number = Number(/\/sida\/(\d+)\//.exec(address)[1]);
        const inside = words[number - 1].filter(({ x, y }) => x > mark[0] && x < mark[0] + mark[2] && y > mark[1] && y < mark[1] + mark[3]);
        const said = inside.map(word => word.text.replace('%', ''));
        // Where a figure's own place is not to be told it is that of its row or column: wide, never wrong.
        check(decided || said.includes(text.replace(' %', '').replace(',', '.')), href + ': says ' + said + ' where the report has ' + text);
        if (said.length === 1) ++exact;
    }
    check(exact > 150, 'only ' + exact + ' figures have a place of their own');
    await page.goto(addressOf('report'));
    await page.locator('#c-1\\.3-points .place').click();
    check(await page.locator('.mark:target').count() === 1, 'the figure is not marked on its page');
    await page.locator('.mark:target').click();
    check(page.url().endsWith(report + 'index.html#c-1.3-points'), 'the mark does not lead back: ' + page.url());
    await here.close();
}

// ---- Keyboard alone, without JavaScript, printed

async function checkKeyboard() {
    const here = await context();
    for (const kind of ['start', 'question', ...Object.keys(asked)]) {
        const page = await opened(here, addressOf(kind));
        const stops = 'a[href], summary, button, input, select, [tabindex="0"]';
        await page.keyboard.press('Tab');
        check(await page.evaluate(() => document.activeElement.className) === 'skip', kind + ': the first stop is not the way past the head');
        const count = await page.locator(stops).count();
        const reached = new Set();
        for (let i = 0; i < count + 5; ++i) {
            reached.add(await page.evaluate(all => [...document.querySelectorAll(all)].indexOf(document.activeElement), stops));
            await page.keyboard.press('Tab');
        }
        const missed = await page.evaluate(([all, seen]) => [...document.querySelectorAll(all)]
            .filter((one, i) => one.checkVisibility() && !seen.includes(i)).map(one => one.outerHTML.slice(0, 100)), [stops, [...reached]]);
        check(missed.length === 0, kind + ': the keyboard does not reach ' + missed.length + ': ' + missed[0]);
        if (await page.locator('summary').count() === 0) continue;
        await page.locator('summary').first().focus();
        await page.keyboard.press('Enter');
        check(await page.locator('details table').first().isVisible(), kind + ': the table behind the chart is not one key away');
    }
    await here.close();
}

async function checkUnscripted(page) {
    for (const kind of Object.keys(asked)) {
        await page.goto(addressOf(kind));
        check(!await page.locator('form').isVisible(), kind + ': without JavaScript there is a form that does nothing');
        check((await page.locator('noscript').innerText()).includes('JavaScript'), kind + ': it is not told that JavaScript is needed');
        check(await page.locator('noscript a').count() >= 2, kind + ': without JavaScript it is not told what to use');
    }
}

async function checkWithoutScript() {
    const texts = [];
    for (const javaScriptEnabled of [true, false]) {
        const here = await context({ javaScriptEnabled });
        const page = await here.newPage();
        await page.goto(addressOf('report'));
        texts.push(await page.locator('[data-field]').allTextContents());
        if (!javaScriptEnabled) await checkUnscripted(page);
        await here.close();
    }
    check(texts[1].length > 180 && texts[0].join() === texts[1].join(), 'without JavaScript other figures stand there');
}

// ---- Search

const stateOf = page => page.evaluate(() => ({ ...Object.fromEntries(new FormData(document.querySelector('form'))),
    found: document.getElementById('antal').textContent, first: document.querySelector('.said')?.textContent }));

async function checkSearch() {
    const here = await context();
    const page = await opened(here, addressOf('search', '#q=dialog&utgava=2016&typ=strength'));
    const state = await stateOf(page);
    check(state.q === 'dialog' && state.utgava === '2016' && state.typ === 'strength', 'the address does not restore what was asked: ' + JSON.stringify(state));
    check(/^\d+ träff(ar)?(, på \d+ ställen i rapporterna)?$/.test(state.found), 'the count is not told: ' + state.found);
    check((await page.locator('mark').allTextContents()).every(text => /dialog/i.test(text)), 'what was not asked for is marked');
    const kindsFound = await page.locator('p.where').allTextContents();
    check(kindsFound.length > 0 && kindsFound.every(text => text.startsWith('Styrka, område ')), 'the filter leaves others: ' + kindsFound);
    // By keyboard alone; what is typed is in the address, and there again when the page is.
    await page.keyboard.press('Tab');
    await page.locator('input[name=q]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('medborgare');
    await page.keyboard.press('Enter');
    check(page.url().endsWith('#q=medborgare&utgava=2016&typ=strength'), 'the address does not hold what was typed: ' + page.url());
    await page.locator('select[name=typ]').focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => location.hash.endsWith('#q=medborgare&utgava=2016'));
    const before = await stateOf(page);
    await page.reload();
    check(JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'loaded again the page shows something else');
    await page.locator('.where a').first().click();
    check(await page.locator('h1').count() === 1 && !page.url().includes('/sok/'), 'a passage does not lead to its report');
    await page.goBack();
    check(JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'the way back shows something else');
    // A form on another page may ask by ?q=; what is asked is text.
    await page.goto(addressOf('search', '') + '?q=' + encodeURIComponent('<img src=x onerror=alert(1)> zzzyx'));
    check((await stateOf(page)).found.includes('zzzyx'), 'which word is unknown is not told');
    check(await page.locator('main img').count() === 0, 'what is asked becomes a part of the page');
    await page.goto(addressOf('search', '#q=kommunen'));
    const shown = await page.locator('[data-passage]').count();
    await page.locator('#fler').click();
    check(await page.locator('[data-passage]').count() > shown, 'there are no more to be shown');
    await page.waitForFunction(() => document.getElementById('laser').hidden);
    await checkSearchedWords(page);
    await checkPassages(page);
    await here.close();
}

// The command knows forms and compounds by a dictionary, the page by stems: what they find is mostly the same. Words as they are typed, and
// words without å ä ö, both find alike.
async function checkSearchedWords(page) {
    const counts = { command: 0, page: 0, both: 0 };
    const kindsFound = new Set();
    for (const file of readdirSync(folder + '/searched')) {
        const query = file.replace(/\.json$/, '');
        const rows = JSON.parse(readFileSync(folder + '/searched/' + file, 'utf8'));
        const placeOf = row => [row.evaluation.slice(3, 12), row.area ?? 0, row.kind, row.text].join('|');
        const byCommand = new Set(rows.map(placeOf));
        const asked = await page.evaluate(q => search({ q, utgava: '', omrade: '', typ: '', kommun: '' }).found.flatMap(({ at, way, reports }) => {
            const [kind, area, text] = index.passages[at];
            return reports.map(({ report }) => ({ way, place: [/\/(\d{4})-/.exec(index.reports[report][0])[1] + '-' + /(\d{4})\/$/.exec(index.reports[report][0])[1], area, kind, text].join('|') }));
        }), query);
        const byPage = new Set(asked.map(one => one.place));
        const typed = new Set(rows.filter(row => row.spelling !== 'other form or compound').map(placeOf));
        const typedInPage = new Set(asked.filter(one => one.way < 2).map(one => one.place));
        for (const one of new Set([...typed, ...typedInPage]))
            check(typed.has(one) && typedInPage.has(one), query + ': only ' + (typed.has(one) ? 'the command' : 'the page') + ' finds ' + one);
        rows.forEach(row => kindsFound.add(row.kind));
        counts.command += byCommand.size;
        counts.page += byPage.size;
        counts.both += [...byCommand].filter(one => byPage.has(one)).length;
    }
    console.log('searched: ' + JSON.stringify(counts) + ' ' + [...kindsFound]);
    check(counts.command > 800, 'the command finds hardly anything: ' + counts.command);
    check(['text', 'chapter', 'chapter-heading'].every(kind => kindsFound.has(kind)), 'no running text is found: ' + [...kindsFound]);
    check(counts.both >= 0.93 * counts.command && counts.both >= 0.93 * counts.page, 'page and command find different passages: ' + JSON.stringify(counts));
}

// What several reports have is shown once, under each edition those of it; a chapter's text leads to the chapter, unfolded.
async function checkPassages(page) {
    await page.goto(addressOf('search', '#q=kommunen'));
    await page.waitForFunction(() => document.getElementById('laser').hidden);
    const shown = await page.locator('#traffar > li[data-passage]').evaluateAll(items => items.map(item => [item.querySelector('.said').textContent, item.querySelector('p.where').textContent].join('|')));
    check(new Set(shown).size === shown.length, 'the same passage is shown twice: ' + shown.find((one, i) => shown.indexOf(one) !== i));
    check((await page.locator('ul.where li').allTextContents()).every(text => /^Utgåva \d{4}: /.test(text)), 'the edition is not named');
    await page.goto(addressOf('search', '#q=intervjuer&typ=chapter'));
    await page.waitForFunction(() => document.querySelector('ul.where a') !== null);
    await page.locator('ul.where a').first().click();
    check(/#kapitel-\d+$/.test(page.url()), 'a chapter is not led to: ' + page.url());
    check(await page.locator(new URL(page.url()).hash).isVisible(), 'the chapter that was found stays folded');
}

// ---- Side by side

const tableOf = page => page.locator('.compared tr').evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent)));

async function checkCompared() {
    const here = await context();
    const page = await opened(here, addressOf('compare', '#u=' + [...new Set(totals.map(row => row.evaluation))].slice(0, 6).join(',')));
    const signs = { doubtful: '?', inconsistent: '!', repaired: '~', decided: '*', 'from another file': '†' };
    const shown = await page.locator('td[data-evaluation]').evaluateAll(cells => cells.map(cell => ({ ...cell.dataset, text: cell.textContent })));
    check(shown.length === 6 * 9, 'not every figure is shown: ' + shown.length);
    for (const { evaluation, area = '0', text } of shown) {
        const held = totals.find(row => row.evaluation === evaluation && row.area === Number(area));
        const right = held?.points === undefined || held.points === null ? '–' : String(held.points).replace('.', ',') + (signs[held.state] ?? '');
        check(text === right, evaluation + ', area ' + area + ' is ' + text + ' here, ' + right + ' in the archive');
    }
    // The same bars as figures; nothing is reckoned across editions, and that is told.
    const bars = await page.locator('svg .strong.end').allTextContents();
    check(bars.join() === [1, 2, 3, 4, 5, 6, 7, 8].flatMap(area => shown.filter(one => one.area === String(area)).map(one => one.text)).join(),
        'the chart shows other figures than the table');
    check(await page.locator('#varning').isVisible(), 'there is no warning across editions');
    await page.goto(addressOf('compare'));
    const [head, editions, ...rows] = await tableOf(page);
    check(head.join('|') === 'Område|A Storånäs 2018|B Björkåsa 2016|C Kvarnhed 2010|B − A|C − A', 'the head is ' + head.join('|'));
    check(editions.slice(1, 4).join() === '2016,2016,2010', 'the editions are ' + editions);
    const number = text => Number(text.replace('−', '-').replace(',', '.').replace(/[?!~*†+]/g, ''));
    for (const [title, a, b, , difference, across] of rows) {
        check(number(difference) === number(b) - number(a), title + ': the difference of ' + a + ' and ' + b + ' is ' + difference);
        check(across === '–', title + ': a difference is reckoned across editions');
        check(/[?!]/.test(difference) === /[?!]/.test(a + b), title + ': ' + difference + ' is not as sure as ' + a + ' and ' + b);
    }
    // By keyboard: one more is chosen, it is in the address, and there again when the page is.
    await page.locator('select').nth(3).focus();
    await page.keyboard.type('Tallmo');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('se-9908-2017-11'));
    check(await page.evaluate(() => document.activeElement.tagName) === 'SELECT', 'what was chosen loses the focus');
    const before = await tableOf(page);
    check(before[0].includes('D Tallmo 2017'), 'what is chosen is not compared: ' + before[0]);
    await page.reload();
    check(JSON.stringify(await tableOf(page)) === JSON.stringify(before), 'loaded again the page shows something else');
    await page.evaluate(() => { location.hash = '#u=se-9907-2018-04,se-9901-2016-03'; });
    await page.waitForFunction(() => document.querySelectorAll('.compared th[scope=col]').length === 4);
    check(!await page.locator('#varning').isVisible(), 'there is a warning within an edition');
    await page.goto(addressOf('compare', '#u=se-1-<b>,se-9907-2018-04'));
    check((await page.locator('#besked').textContent()).includes('se-1-<b>'), 'which evaluation is not there is not told');
    await page.goto(addressOf('town', ''));
    await page.locator('a[href*="jamfor/index.html?u="]').first().click();
    check((await tableOf(page))[0].join().includes('A Kvarnhed 2006,B Kvarnhed 2010'), 'the municipality does not lead to its evaluations side by side');
    await here.close();
}

async function checkPrint() {
    const here = await context();
    const page = await opened(here, addressOf('report'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => ({ ink: getComputedStyle(document.body).color, nav: getComputedStyle(document.querySelector('header nav')).display,
        table: document.querySelector('.scores').offsetWidth }));
    check(colours.ink === 'rgb(0, 0, 0)', 'what is printed from the dark is not black: ' + colours.ink);
    check(colours.nav === 'none', 'the ways to other pages are printed');
    check(colours.table > 0, 'the tables are not printed');
    await here.close();
}

// ----

try {
    await checkLooks();
    await checkWords();
    await checkPlaces();
    await checkKeyboard();
    await checkWithoutScript();
    await checkPrint();
    await checkSearch();
    await checkCompared();
} catch (error) {
    faults.push(error.message);
}
await browser.close();
console.log(faults.slice(0, 40).join('\n') || 'the pages hold');
process.exit(faults.length > 0 ? 1 : 0);
