// Reads, fills in, prints and saves a review page in Chromium, driven by Playwright.
//
// usage: node review-page.mjs PACKAGES BROWSER FOLDER
//
// FOLDER holds sheet/ (the page), and of storanas-2018.pdf words.html (pdftotext -bbox) and page-NN.png (150 dpi). Left there:
// decisions.csv (what the page saved), tried.csv (values for its figures), verdicts.tsv (what the page says of each of its lines),
// screenshots and print.pdf. Every fault is told in a line; the exit code is 1 if there is one.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkLook, launched } from './chromium.mjs';

const [, , packages, browserPath, folder] = process.argv;
const address = pathToFileURL(folder + '/sheet/index.html').href;

const faults = [];
const check = (holds, fault) => { if (!holds) faults.push(fault); };

const { browser, axe } = await launched(packages, browserPath);

async function opened(options = {}, script = '') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
    if (script) await context.addInitScript(script);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    page.on('console', message => check(!['error', 'warning'].includes(message.type()), 'console: ' + message.text()));
    page.on('pageerror', error => check(false, 'error: ' + error.message));
    await page.goto(address);
    return page;
}
const reportOf = (page, title) => page.locator('.report', { has: page.locator('h2', { hasText: title }) });
const itemOf = (page, cell) => reportOf(page, 'Storånäs').locator('.item[data-cell="' + cell + '"]');
const topicOf = item => item.locator('xpath=ancestor::section[1]');
const doneText = page => page.locator('#done').textContent();

// ---- How it looks: every width and scheme

async function checkLooks() {
    for (const width of [1280, 390])
        for (const colorScheme of ['light', 'dark']) {
            const name = width + '-' + colorScheme;
            const page = await opened({ viewport: { width, height: 900 }, colorScheme });
            await checkLook(page, axe, name, colorScheme, check);
            await page.screenshot({ path: folder + '/' + name + '.png' });
            await page.context().close();
        }
}

async function checkContent(page) {
    const summary = await page.locator('.summary dd').allTextContents();
    const asked = await page.locator('.item.doubtful, .item.inconsistent').count();
    check(Number(summary[0]) + Number(summary[1]) === asked, 'the summary counts ' + summary + ', the page ' + asked);
    check(Number(summary[2]) === await page.locator('.part:not(.unclaimed)').count(), 'the summary counts other parts');
    check(Number(summary[3]) > 0, 'no unclaimed text is shown');
    check((await doneText(page)).startsWith('0 of '), 'something is done before anything was: ' + await doneText(page));
    const levels = await page.locator('h1, h2, h3, h4').evaluateAll(heads => heads.map(head => Number(head.tagName[1])));
    check(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), 'a level of headings is skipped');
    const sources = await page.locator('img').evaluateAll(async images => {
        images.forEach(image => { image.loading = 'eager'; });
        await Promise.all(images.map(image => image.decode().catch(() => {})));
        return images.filter(image => image.naturalWidth === 0).map(image => image.src);
    });
    check(sources.length === 0, 'pictures do not show: ' + sources);
    // The missing sixth page: the picture shows the pages on both sides of the gap.
    const part = page.locator('.topic', { has: page.locator('h4', { hasText: /^Page 6 / }) });
    check((await part.locator('figcaption').allTextContents()).map(text => text.slice(0, 6)).join() === 'Page 5,Page 6',
        'where page 6 should be is not shown');
    check(await page.locator('.part', { hasText: 'Score table of area 4' }).locator('.item').count() > 0,
        'what a score table lacks cannot be entered');
}

// ---- A picture beside a figure shows that figure

// Word → its boxes, by page, as pdftotext reads them.
function wordsByPage() {
    return readFileSync(folder + '/words.html', 'utf8').split('<page ').slice(1).map(page =>
        [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
            .map(([, ...parts]) => ({ x0: +parts[0], y0: +parts[1], x1: +parts[2], y1: +parts[3], text: parts[4] })));
}
const asUrl = file => 'data:image/png;base64,' + readFileSync(file).toString('base64');

// In the browser: how far two pictures differ, one laid on the other at each of these offsets; 0 is not at all, 255 wholly.
async function differences([small, large, offsets]) {
    const known = globalThis.decoded ??= new Map();
    const pixels = async url => {
        if (known.has(url)) return known.get(url);
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        known.set(url, context.getImageData(0, 0, canvas.width, canvas.height));
        return known.get(url);
    };
    const [a, b] = [await pixels(small), await pixels(large)];
    return offsets.map(([left, top]) => {
        let sum = 0;
        let count = 0;
        for (let y = 0; y < a.height; y += 2)
            for (let x = y % 4; x < a.width; x += 4) {
                const [bx, by] = [x + left, y + top];
                if (bx < 0 || by < 0 || bx >= b.width || by >= b.height) continue;
                sum += Math.abs(a.data[4 * (y * a.width + x)] - b.data[4 * (by * b.width + bx)]);
                ++count;
            }
        return count === 0 ? 255 : sum / count;
    });
}

async function checkPictures(page) {
    const words = wordsByPage();
    const blank = await (await browser.newContext()).newPage();
    const figures = await reportOf(page, 'Storånäs').locator('.item').evaluateAll(items => items.map(item => {
        const rect = item.querySelector('.closeup rect');
        const number = name => Number(rect.getAttribute(name));
        const mark = document.querySelector('.mark[data-item="' + item.id + '"]');
        const image = mark?.closest('.picture').querySelector('img');
        return { cell: item.dataset.cell, read: item.querySelector('.value').textContent, page: /page (\d+)/.exec(item.textContent)?.[1],
            file: rect?.parentNode.querySelector('image').getAttribute('href'),
            rect: rect && ['x', 'y', 'width', 'height'].map(number),
            mark: mark && ['left', 'top', 'width', 'height'].map((side, i) =>
                parseFloat(mark.style[side]) / 100 * (i % 2 === 0 ? image.naturalWidth : image.naturalHeight)) };
    }));
    check(figures.length >= 10, 'only ' + figures.length + ' figures of Storånäs');
    let sure = 0;
    for (const { cell, read, page: number, file, rect, mark } of figures) {
        if (!rect || !mark) {
            check(false, cell + ': its picture shows no mark');
            continue;
        }
        check(rect.every((side, i) => Math.abs(side - mark[i]) < 3), cell + ': close-up and table mark other places, ' + [rect, mark]);
        const printed = cell.endsWith('percent') ? read + '%' : read;
        const candidates = words[number - 1].filter(word => word.text === printed);
        const middle = [rect[0] + rect[2] / 2, rect[1] + rect[3] / 2];
        const scale = 150 / 72;
        const offsets = candidates.flatMap(word => {
            const at = [(word.x0 + word.x1) / 2 * scale - middle[0], (word.y0 + word.y1) / 2 * scale - middle[1]].map(Math.round);
            return [-2, -1, 0, 1, 2].flatMap(dx => [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(dy => [at[0] + dx, at[1] + dy]));
        });
        const pageFile = readdirSync(folder).find(name => new RegExp('^page-0*' + number + '\\.png$').test(name));
        const found = await blank.evaluate(differences, [asUrl(folder + '/sheet/' + file), asUrl(folder + '/' + pageFile), offsets]);
        check(Math.min(...found, 255) < 4, cell + ': the picture does not show ' + printed + ' there (differs by ' +
            Math.min(...found, 255).toFixed(1) + ')');
        if (candidates.length === 1) ++sure;
    }
    check(sure >= 4, 'only ' + sure + ' figures stand once on their page');
    await blank.context().close();
}

// ---- Keyboard alone

async function checkKeyboard(page) {
    await page.keyboard.press('Tab');
    check(await page.evaluate(() => document.activeElement.className) === 'skip', 'the first stop is not the way past the head');
    const reached = new Set();
    const stops = await page.evaluate(() => document.querySelectorAll('a, button, input, textarea, summary').length);
    for (let i = 0; i < stops + 5; ++i) {
        const at = await page.evaluate(() => {
            const all = [...document.querySelectorAll('a, button, input, textarea, summary')];
            const element = document.activeElement;
            return element.type === 'radio' ? element.name : all.indexOf(element);
        });
        if (i > 0 && at === 0) break;
        reached.add(at);
        await page.keyboard.press('Tab');
    }
    const missed = await page.evaluate(stopsReached => [...document.querySelectorAll('a, button, input, textarea, summary')]
        .map((element, i) => [element, element.type === 'radio' ? element.name : i])
        .filter(([element, name]) => element.checkVisibility() && !stopsReached.includes(name)).map(([element]) => element.outerHTML),
    [...reached]);
    check(missed.length === 0, 'the keyboard does not reach ' + missed.length + ': ' + missed[0]);

    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('n');
    const places = () => page.evaluate(() => document.activeElement.id);
    const first = await places();
    await page.keyboard.press('n');
    const second = await places();
    check(first !== '' && second !== '' && first !== second, 'n does not lead on: ' + first + ', ' + second);
    await page.keyboard.press('p');
    check(await places() === first, 'p does not lead back');

    const item = itemOf(page, '1.2 percent');
    await item.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    check(await item.locator('input[type=radio]').first().isChecked(), 'the space bar does not choose');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('128');
    check((await item.locator('.fault').textContent()).includes('from 0 to 100'), 'percent 128 passes');
    check(await item.locator('.other').getAttribute('aria-invalid') === 'true', 'the fault is not told to readers of screens');
    check(!(await item.getAttribute('class')).includes('chosen'), 'a wrong value is a decision');
    for (let i = 0; i < 3; ++i) await page.keyboard.press('Backspace');
    await page.keyboard.type('28');
    check(await item.locator('.fault').textContent() === '', 'percent 28 does not pass');
    check(await topicOf(item).locator('td[data-cell="1.2 percent"]').textContent() === '28',
        'the table beside the picture does not take the choice');
}

// ---- Choices are kept, saved and taken up

async function fillIn(page) {
    const choose = (cell, attribute) => itemOf(page, cell).locator('input[type=radio]' + attribute).check();
    await choose('area 2 total points', ':not([data-other]):not([data-unstated])');
    await choose('area 6 total points', '[data-unstated]');
    await itemOf(page, 'area 5 box points').locator('.other').fill('70,0');
    const sums = topicOf(itemOf(page, 'area 6 total points')).locator('.printed td');
    check(await sums.first().textContent() === '–', 'the table beside the picture still holds what is not in the report');
    const decided = await doneText(page);
    await choose('area 3 total max', '[data-unstated]');
    await itemOf(page, 'area 3 total max').locator('summary').click();
    await itemOf(page, 'area 3 total max').locator('.leave').click();
    check(await doneText(page) === decided, 'what is left open counts as decided');
    const part = page.locator('.part', { hasText: 'Score table of area 4' });
    await part.locator('.none').click();
    check(await part.locator('.item.chosen').count() === await part.locator('.item').count(), 'not all are said to be missing');
    await page.locator('[data-looked]').first().check();
}

async function checkSaving(page) {
    await fillIn(page);
    const before = await doneText(page);
    check(/^(?!0 )\d+ of/.test(before), 'nothing is done: ' + before);
    await page.locator('#save').click();
    check(await page.evaluate(() => document.activeElement.id) === 'by', 'decisions are saved without a name');
    await page.locator('#by').fill('Anna "Ek"');
    await itemOf(page, '1.2 max').locator('.other').fill('x');
    await page.locator('#save').click();
    check((await page.locator('#status').textContent()).startsWith('Mend first: 1.2 max'), 'a wrong value is saved');
    await itemOf(page, '1.2 max').locator('.other').fill('20');

    await page.reload();
    const kept = await doneText(page);
    check(Number(kept.split(' ')[0]) === Number(before.split(' ')[0]) + 1, 'kept of ' + before + ' and one more: ' + kept);
    check(await page.locator('#by').inputValue() === 'Anna "Ek"', 'the name is not kept');
    check(await itemOf(page, '1.2 percent').locator('.other').inputValue() === '28', 'what was typed is not kept');
    check(await page.locator('[data-looked]').first().isChecked(), 'what was looked at is not kept');

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    await download.saveAs(folder + '/decisions.csv');
}

const refusing = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";

async function checkRefusedStorage() {
    const page = await opened({}, refusing);
    check(await page.locator('#storage').isVisible(), 'it is not told that the browser keeps nothing');
    await page.locator('#continue').setInputFiles(folder + '/decisions.csv');
    await page.waitForFunction(() => document.getElementById('status').textContent.includes('taken from'));
    check(await itemOf(page, '1.2 percent').locator('.other').inputValue() === '28', 'the saved file does not bring back what was typed');
    check(await page.locator('#by').inputValue() === 'Anna "Ek"', 'the saved file does not bring back the name');
    check(await itemOf(page, 'area 6 total points').locator('[data-unstated]').isChecked(), '"not in the report" does not come back');
    await page.context().close();
}

// ---- The same rules as the program has

async function checkRules(page) {
    const values = ['', ' ', '9', '9.5', '9,5', '9.0', '9.55', '09', '+9', '-4', '1e1', '100', '100.5', '101', '800', '801', '0', '13',
        '12', '1989', '1990', '2099', '2100', '02018', 'tolv', '2019-02-08', '2019-02-30', '2020-02-29', '2019-2-8', '1989-01-01',
        '0019-02-08', 'Avesta', 'avesta', 'Kopparberg', '2016', '2015'];
    const verdicts = await page.evaluate(tried => {
        const seen = new Map();
        for (const item of items) {
            const rule = [item.dataset.kind, item.dataset.least, item.dataset.most, item.dataset.decimal].join();
            if (!seen.has(rule)) seen.set(rule, item);
        }
        return [...seen.values()].flatMap(item => tried.filter(value => value !== '')
            .map(value => [item.dataset.sha256, item.dataset.cell, value, faultOf(item.dataset, value.trim()) === '']));
    }, values);
    const kinds = new Set(verdicts.map(([, cell]) => cell));
    check(kinds.size >= 8, 'only these rules are on the page: ' + [...kinds]);
    writeFileSync(folder + '/tried.csv', 'sha256,cell,value,by,why\n' +
        verdicts.map(([sha256, cell, value]) => [sha256, cell, value, 'A', 'b'].map(one => '"' + one + '"').join()).join('\n') + '\n');
    writeFileSync(folder + '/verdicts.tsv', verdicts.map(([, cell, value, taken], i) =>
        [taken ? 'taken' : 'refused', i + 2, cell, value].join('\t')).join('\n') + '\n');
}

// ---- Printed

// In the browser: the frames of the mark's colour on a page, and of what lies in each the share of ink and of bare paper.
async function frames(url) {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const isMark = i => Math.abs(data[4 * i] - 0xc0) < 40 && Math.abs(data[4 * i + 1] - 0x27) < 40 && Math.abs(data[4 * i + 2] - 0x1b) < 40;
    const seen = new Uint8Array(width * height);
    const found = [];
    for (let start = 0; start < seen.length; ++start) {
        if (seen[start] || !isMark(start)) continue;
        let [x0, y0, x1, y1] = [width, height, 0, 0];
        const open = [start];
        seen[start] = 1;
        while (open.length > 0) {
            const at = open.pop();
            const [x, y] = [at % width, Math.floor(at / width)];
            [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
            for (const next of [at - 1, at + 1, at - width, at + width, at - width - 1, at - width + 1, at + width - 1, at + width + 1])
                if (next >= 0 && next < seen.length && !seen[next] && isMark(next)) {
                    seen[next] = 1;
                    open.push(next);
                }
        }
        if (x1 - x0 < 8 || y1 - y0 < 8) continue;
        let [ink, paper, all] = [0, 0, 0];
        for (let y = y0 + 3; y <= y1 - 3; ++y)
            for (let x = x0 + 3; x <= x1 - 3; ++x, ++all) {
                const light = Math.min(data[4 * (y * width + x)], data[4 * (y * width + x) + 1], data[4 * (y * width + x) + 2]);
                ink += light < 110 ? 1 : 0;
                paper += light > 220 ? 1 : 0;
            }
        found.push({ ink: ink / all, paper: paper / all });
    }
    return found;
}

async function checkPrint(page) {
    await page.evaluate(() => { // one report is enough
        for (const report of document.querySelectorAll('.report')) report.hidden = !report.textContent.includes('Storånäs');
    });
    await page.pdf({ path: folder + '/print.pdf', format: 'A4' });
    execFileSync('pdftoppm', ['-r', '110', '-png', folder + '/print.pdf', folder + '/print']);
    const blank = await (await browser.newContext()).newPage();
    const all = [];
    for (const name of readdirSync(folder).filter(one => /^print-\d+\.png$/.test(one)))
        all.push(...await blank.evaluate(frames, asUrl(folder + '/' + name)));
    const marks = await page.locator('.report:not([hidden]) .mark, .report:not([hidden]) .closeup').count();
    check(all.length >= marks, 'of ' + marks + ' marks ' + all.length + ' are printed');
    for (const { ink, paper } of all)
        check(ink > 0.02 && paper > 0.4, 'a figure is not legible in its printed mark: ink ' + ink.toFixed(2) + ', paper ' + paper.toFixed(2));
    await blank.context().close();
}

// ----

try {
    await checkLooks();
    const page = await opened();
    await checkContent(page);
    await checkPictures(page);
    await checkKeyboard(page);
    await checkRules(page);
    await checkSaving(page);
    await checkRefusedStorage();
    await checkPrint(await opened()); // as nothing is chosen: a dash in a frame would have hardly any ink
} catch (error) {
    faults.push(error.message);
}
await browser.close();
console.log(faults.join('\n') || 'the page holds');
process.exit(faults.length > 0 ? 1 : 0);
