'use strict';
const items = [...document.querySelectorAll('.item')];
const status = document.getElementById('status');
function valueOf(item) {
    const chosen = item.querySelector('input[type=radio]:checked');
    if (!chosen) return '';
    return chosen.value === '' ? item.querySelector('input[type=text]').value.trim() : chosen.value;
}
// One word to a shell, whatever it holds; a control character could act on the terminal it is pasted into.
function inShell(text) {
    return "'" + text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').split("'").join("'\\''") + "'";
}
function commandOf(figure, value, by) {
    return [figure.command, '--by', inShell(by), '--why', inShell(figure.why), '--', figure.sha256.slice(0, 12),
        inShell(figure.cell), inShell(value)].join(' ');
}
function update(item) {
    const value = valueOf(item);
    item.classList.toggle('chosen', value !== '');
    const by = document.getElementById('by').value.trim() || 'NAME';
    item.querySelector('code').textContent = commandOf(item.dataset, value || 'VALUE', by);
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
