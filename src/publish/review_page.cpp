#include "publish/review_page.h"

namespace kompass::publish {

const char* const review_style = R"css(
:root { --ink: #1d2733; --faint: #56616e; --line: #ccd3db; --paper: #ffffff; --ground: #f3f5f7; --mark: #b3261e;
        --accent: #0b5394; --wash: #fff4d6; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink);
       background: var(--ground); }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.6rem; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.note { color: var(--faint); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.bar { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; background: var(--paper);
       border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
.bar label { display: flex; flex-direction: column; font-size: .9rem; }
input[type=text] { font: inherit; padding: .3rem .5rem; border: 1px solid var(--faint); border-radius: 4px; }
button { font: inherit; padding: .35rem .9rem; border: 1px solid var(--accent); border-radius: 4px;
         background: var(--accent); color: #ffffff; cursor: pointer; }
button.quiet { background: var(--paper); color: var(--accent); }
:focus-visible { outline: 3px solid #e69500; outline-offset: 2px; }
.item { background: var(--paper); border: 1px solid var(--line); border-left: 6px solid #c77700; border-radius: 6px;
        margin: 1rem 0; padding: 1rem; break-inside: avoid; }
.item.inconsistent { border-left-color: var(--mark); }
.item.chosen { border-left-color: #1a7f37; }
.item:target, .item:focus { background: var(--wash); }
.place { position: relative; margin: .75rem 0; border: 1px solid var(--line); overflow: hidden; }
.place img { display: block; width: 100%; height: auto; }
.place span { position: absolute; border: 2px solid var(--mark); border-radius: 3px;
              background: rgba(255, 200, 0, .25); }
pre { overflow-x: auto; background: var(--ground); border: 1px solid var(--line); padding: .5rem .75rem;
      white-space: pre-wrap; }
fieldset { border: 0; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem;
           align-items: center; }
legend { padding: 0; font-weight: 600; }
fieldset input[type=text] { width: 6rem; }
code { font: .9rem/1.4 "DejaVu Sans Mono", monospace; }
.command { display: flex; gap: .75rem; align-items: center; justify-content: space-between; }
@media print {
    body { background: none; font-size: 10.5pt; }
    .bar, nav, button, .skip { display: none; }
    header, main, footer { max-width: none; padding: 0; }
    .item { border-color: #888; }
}
)css";

const char* const review_script = R"js(
'use strict';
const items = [...document.querySelectorAll('.item')];
const status = document.getElementById('status');
function valueOf(item) {
    const chosen = item.querySelector('input[type=radio]:checked');
    if (!chosen) return '';
    return chosen.value === '' ? item.querySelector('input[type=text]').value.trim() : chosen.value;
}
function update(item) {
    const value = valueOf(item);
    item.classList.toggle('chosen', value !== '');
    const by = document.getElementById('by').value.trim() || 'NAME';
    item.querySelector('code').textContent = item.dataset.command
        .replace('VALUE', value || 'VALUE').replace('NAME', "'" + by.replaceAll("'", "’") + "'");
    const decided = items.filter(one => valueOf(one) !== '').length;
    status.textContent = decided + ' of ' + items.length + ' decided';
}
function quoted(text) { return '"' + text.replaceAll('"', '""') + '"'; }
function save() {
    const by = document.getElementById('by').value.trim();
    if (!by) { status.textContent = 'Say first who decides.'; document.getElementById('by').focus(); return; }
    const rows = ['sha256,cell,value,by,why'];
    for (const item of items) {
        const value = valueOf(item);
        if (value) rows.push([item.dataset.sha256, item.dataset.cell, value, by, item.dataset.why]
            .map(quoted).join(','));
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([rows.join('\n') + '\n'], {type: 'text/csv'}));
    link.download = 'decisions.csv';
    link.click();
    status.textContent = (rows.length - 1) + ' decisions saved: kompass corrections import decisions.csv';
}
for (const item of items) {
    item.addEventListener('input', event => {
        if (event.target.type === 'text') item.querySelector('input[value=""]').checked = true;
        update(item);
    });
    item.querySelector('button').addEventListener('click', () => {
        const command = item.querySelector('code').textContent;
        if (navigator.clipboard) navigator.clipboard.writeText(command).then(() => {
            status.textContent = 'Copied.';
        }, () => { status.textContent = 'Copy it by hand.'; });
    });
}
document.getElementById('by').addEventListener('input', () => items.forEach(update));
document.getElementById('save').addEventListener('click', save);
document.addEventListener('keydown', event => {
    if (event.target.type === 'text' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'n' && event.key !== 'p') return;
    const at = items.findIndex(item => item.contains(document.activeElement));
    const next = items[event.key === 'n' ? at + 1 : Math.max(at - 1, 0)];
    if (next) { next.focus(); next.scrollIntoView({block: 'center'}); }
});
items.forEach(update);
)js";

} // namespace kompass::publish
