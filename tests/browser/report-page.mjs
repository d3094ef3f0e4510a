// Reads reports for management groups in Chromium, driven by Playwright.
//
// usage: node report-page.mjs PACKAGES BROWSER FOLDER
//
// FOLDER holds the reports as HTML. Left there: screenshots. Every fault is told in a line; the exit code is 1 if there is one.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkLook, launched } from './chromium.mjs';

const [, , packages, browserPath, folder] = process.argv;
const { browser, axe } = await launched(packages, browserPath);
const faults = [];
const check = (holds, fault) => { if (!holds) faults.push(fault); };

async function checkContent(page, name) {
    const levels = await page.locator('h1, h2, h3, h4').evaluateAll(heads => heads.map(head => Number(head.tagName[1])));
    check(levels[0] === 1 && levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), name + ': a level of headings is skipped: ' + levels);
    check(await page.locator('script, img, link[rel=stylesheet]').count() === 0, name + ': needs more than itself');
    const links = await page.locator('a[href]').evaluateAll(all => all.map(one => one.getAttribute('href')));
    check(links.every(link => link.startsWith('#')), name + ': leads elsewhere: ' + links.find(link => !link.startsWith('#')));
    const lost = await page.evaluate(all => all.filter(link => document.getElementById(link.slice(1)) === null), links);
    check(lost.length === 0, name + ': leads nowhere: ' + lost);
    const unnamed = await page.locator('svg.chart').evaluateAll(charts => charts.filter(chart =>
        !chart.querySelector('title')?.textContent || !chart.querySelector('desc')?.textContent).length);
    check(unnamed === 0, name + ': a chart has no text alternative');
    check(await page.locator('h3[id^=omrade]').count() === 8, name + ': not every area has its findings');
}

try {
    for (const file of readdirSync(folder).filter(one => one.endsWith('.html')))
        for (const width of [1280, 390])
            for (const colorScheme of ['light', 'dark']) {
                const here = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
                const page = await here.newPage();
                const name = file.replace('.html', '') + '-' + width + '-' + colorScheme;
                page.on('console', message => check(!['error', 'warning'].includes(message.type()), name + ': console: ' + message.text()));
                page.on('pageerror', error => check(false, name + ': error: ' + error.message));
                page.on('request', request => check(/^(file|data):/.test(request.url()), name + ': asks the network: ' + request.url()));
                await page.goto(pathToFileURL(folder + '/' + file).href);
                if (process.env.KEEP) await page.screenshot({ path: folder + '/' + name + '.png' });
                if (width === 390 && colorScheme === 'light') await checkContent(page, name);
                await checkLook(page, (width === 390) === (colorScheme === 'dark') ? axe : '', name, colorScheme, check);
                await here.close();
            }
} catch (error) {
    faults.push(error.message);
}
await browser.close();
console.log(faults.slice(0, 40).join('\n') || 'the reports read well');
process.exit(faults.length > 0 ? 1 : 0);
