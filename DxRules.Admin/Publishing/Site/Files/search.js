// Filters the list of the search page while something is typed. Without it the whole list stands there.
'use strict';
(() => {
  const form = document.getElementById('search');
  const box = document.getElementById('q');
  const found = document.getElementById('found');
  const entries = [...document.querySelectorAll('#entries > li')];

  // Full width and half width, capitals and small letters, katakana and hiragana are the same to who looks for something.
  const fold = text => text.normalize('NFKC').toLowerCase().replace(/[\u30a1-\u30f6]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  const texts = entries.map(entry => fold(entry.textContent));

  const show = () => {
    const words = fold(box.value).split(/\s+/).filter(word => word);
    let count = 0;
    entries.forEach((entry, i) => {
      const fits = words.every(word => texts[i].includes(word));
      entry.hidden = !fits;
      count += fits ? 1 : 0;
    });
    found.textContent = (words.length === 0 ? found.dataset.all : count === 0 ? found.dataset.none : found.dataset.some).replace('#', String(count));
  };

  form.hidden = false;
  form.addEventListener('submit', event => event.preventDefault());
  box.addEventListener('input', show);
  show();
})();
