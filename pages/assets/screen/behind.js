// The list behind a number (see pages/parts/cards/coded.py): narrowed and ordered in the browser,
// since all of it is there.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const order = {
    innbyggere: (a, b) => b.dataset.innbyggere - a.dataset.innbyggere,
    navn: (a, b) => name(a).localeCompare(name(b), "nb"),
  };
  const name = (row) => row.querySelector("a").textContent;

  const arrange = () => {
    const tools = document.querySelector(".bak-valg");
    if (!tools) return;
    const list = tools.parentElement.querySelector("ol");
    const rows = [...list.children];
    // The order the server sent, which is the one to come back to.
    rows.forEach((row, i) => (row.sent ??= i));
    rows.sort(order[tools.querySelector("select").value] ?? ((a, b) => a.sent - b.sent));
    if (rows.some((row, i) => row !== list.children[i])) list.append(...rows);
    const asked = plain(tools.querySelector("input").value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = asked.length ? plain(row.textContent) : "";
      row.hidden = !asked.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    const status = tools.querySelector("[role=status]");
    const says = status.dataset.vises.replace("{n}", shown).replace("{all}", rows.length);
    status.textContent = asked.length ? says : "";
  };

  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({ target }) => {
      if (target.closest?.(".bak-valg")) arrange();
    });
  }
  // What a patch brings is in the server's order, and shown.
  document.addEventListener("patched", () => {
    for (const row of document.querySelectorAll(".bak ol > li")) row.sent = undefined;
    arrange();
  });
})();
