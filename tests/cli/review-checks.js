// Run in the review sheet by check-review: what a reader of screens, a keyboard and a low sight need, and that
// the choices do what they say. Writes one line a fault into <pre id="checks">, and "done" at the end.
'use strict';
const faults = [];
const check = (holds, fault) => { if (!holds) faults.push(fault); };
const all = selector => [...document.querySelectorAll(selector)];

check(document.documentElement.lang !== '', 'the page has no language');
check(document.title !== '', 'the page has no title');
for (const landmark of ['header', 'nav', 'main', 'footer'])
    check(all(landmark).length === 1, 'there is not one ' + landmark);
check(all('h1').length === 1, 'there is not one h1');
const ids = all('[id]').map(element => element.id);
check(new Set(ids).size === ids.length, 'an id is used twice');
for (const element of all('[aria-labelledby]'))
    check(document.getElementById(element.getAttribute('aria-labelledby')), 'a label is missing: ' + element.id);
for (const image of all('img')) {
    check(image.alt !== '', 'a picture has no text: ' + image.src);
    check(image.complete && image.naturalWidth > 0, 'a picture does not show: ' + image.src);
}
for (const input of all('input'))
    check(input.labels.length > 0 || input.getAttribute('aria-label'), 'an input has no label: ' + input.name);
for (const button of all('button')) check(button.textContent.trim() !== '', 'a button has no text');
for (const group of all('fieldset')) check(group.querySelector('legend'), 'choices have no legend');
let last = 0;
for (const heading of all('h1, h2, h3')) {
    const level = Number(heading.tagName[1]);
    check(level <= last + 1, 'a level of headings is skipped: ' + heading.textContent);
    last = level;
}

// Contrast as WCAG 2 reckons it, against the nearest ground that is painted.
const channels = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = element => {
    for (let at = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor);
        if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
};
for (const element of all('p, h1, h2, h3, label, legend, a, code, pre, button, span, li')) {
    if (element.textContent.trim() === '') continue;
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    check(contrast >= 4.5, 'faint: ' + contrast.toFixed(1) + ' ' + element.textContent.slice(0, 40));
}

const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
const figures = all('.item');
check(figures.length > 0, 'there are no figures');
press('n');
check(document.activeElement === figures[0], 'n does not lead to the first figure');
press('n');
check(document.activeElement === figures[Math.min(1, figures.length - 1)], 'n does not lead on');
const choice = figures[0].querySelector('input[type=radio]');
choice.click();
check(figures[0].querySelector('code').textContent.endsWith(" '" + choice.value + "'"), 'the command lacks the value');
check(document.getElementById('status').textContent.startsWith('1 of '), 'the choice is not counted');
document.getElementById('save').click();
check(document.activeElement.id === 'by', 'decisions are saved without a name');

const result = document.createElement('pre');
result.id = 'checks';
result.textContent = [...faults, 'done'].join('\n');
document.body.append(result);
