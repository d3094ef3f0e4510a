// What the tests of pages share: Chromium, and how every page must look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// PACKAGES holds playwright-core and axe-core. As root (in CI) Chromium has no sandbox; the rest keeps it off the network.
export async function launched(packages, executablePath) {
    const require = createRequire(packages + '/');
    const browser = await require('playwright-core').chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
        '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'] });
    return { browser, axe: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') };
}

// No sideways scroll, the ground of the reader's scheme and, if it is given, nothing serious for axe-core, with all details open.
export async function checkLook(page, axe, name, colorScheme, check) {
    const width = page.viewportSize().width;
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= width, name + ': scrolls sideways, ' + wide + ' px');
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    check((ground[0] < 128) === (colorScheme === 'dark'), name + ': the ground is ' + ground);
    if (!axe) return;
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }));
    for (const { id, impact, help, nodes } of violations)
        check(!['serious', 'critical'].includes(impact), name + ': ' + id + ', ' + help + ': ' + nodes[0].html.slice(0, 160));
}
