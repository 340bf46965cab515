// Filters of the rows. Without this script everything is there all the same: rows fold and unfold by themselves.
const form = document.querySelector(".filters");
const rows = [...document.querySelectorAll("details.row")];
const texts = new Map();

function text(row) {
  if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
  return texts.get(row);
}

function apply() {
  const { words, section, look, shown } = form.elements;
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const fits = (!section.value || row.dataset.section === section.value)
      && (!look.checked || "look" in row.dataset)
      && wanted.every((word) => text(row).includes(word));
    row.hidden = !fits;
    count += fits;
  }
  for (const group of document.querySelectorAll(".rows")) group.hidden = !group.querySelector(".row:not([hidden])");
  shown.value = `显示 ${count} / ${rows.length} 项`;
}

function unfold(open) {
  for (const row of rows) if (!row.hidden) row.open = open;
}

// A link to a row shows it, whatever the filters say.
function follow() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!row?.matches("details.row")) return;
  row.hidden = row.parentElement.hidden = false;
  row.open = true;
  row.scrollIntoView();
}

if (form && rows.length) {
  let waiting;
  form.hidden = false;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.open.addEventListener("click", () => unfold(true));
  form.elements.close.addEventListener("click", () => unfold(false));
  addEventListener("hashchange", follow);
  apply();
  follow();
}
