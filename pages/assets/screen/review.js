// Vurdering by keyboard and mouse (pages/parts/reviewing/): what is decided is written by
// `window.writing`; here are the keys, what is marked in the letter, and what is dragged.
(() => {
  const page = () => document.querySelector(".vurdering");
  const sections = () => [...document.querySelectorAll(".kodefelt")];
  const current = () => document.activeElement?.closest?.(".kodefelt") ?? undefined;

  // ---- What is marked in the letter: question, and characters from its beginning ----

  let marked;

  // Where a point of a selection is, in the characters of the question's text.
  const at = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const piece = element.closest?.("[data-fra]");
    const text = element.closest?.(".brevtekst");
    if (!text) return undefined;
    if (!piece) {
      const next = node.childNodes?.[offset];
      const after = next?.dataset?.fra ?? [...text.querySelectorAll("[data-fra]")].at(-1)?.dataset.fra;
      return { text, position: [...text.textContent.slice(0, Number(after ?? 0))].length };
    }
    return { text, position: Number(piece.dataset.fra) + codePoints(piece.textContent, offset) };
  };
  // The server counts characters, JavaScript the halves of some of them.
  const codePoints = (text, units) => [...text.slice(0, units)].length;

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
    if (!start || !end || start.text !== end.text || end.position <= start.position) return;
    const all = [...start.text.textContent];
    marked = {
      sporsmal: Number(start.text.dataset.sporsmal),
      start: start.position,
      slutt: end.position,
      utdrag: all.slice(start.position, end.position).join(""),
    };
    tell();
  });

  const tell = () => {
    const line = document.querySelector("[data-merket]");
    if (line) line.textContent = marked ? line.dataset.merket.replace("{}", marked.utdrag.slice(0, 60)) : "";
  };

  // ---- Deciding ----

  const decide = (section, verdi, place) => {
    if (!verdi) return section.querySelector("select")?.focus();
    const said = JSON.parse(section.dataset.avgjor);
    const felt = said.felt ?? `${section.dataset.felt}:${verdi}`;
    window.writing.post({
      ...said,
      felt,
      til: JSON.stringify({ status: "bekreftet", verdi, ...place }),
    });
    marked = undefined;
    getSelection()?.removeAllRanges();
    tell();
  };
  const placeOf = (section) =>
    marked ?? (section.dataset.utdrag ? JSON.parse(section.dataset.utdrag) : {});

  document.addEventListener("click", ({ target }) => {
    const section = target.closest?.(".kodefelt");
    if (target.closest?.("[data-endre]")) {
      decide(section, section.querySelector("select").value, placeOf(section));
    }
    if (target.closest?.("[data-hopp]")) show(section);
    together(target.closest?.("[data-samlet]")?.dataset.samlet);
    const mark = target.closest?.(".brevtekst mark");
    if (mark && getSelection().isCollapsed) field(mark.dataset.felt.split(" ")[0])?.focus();
  });

  // Each is an event of its own, and says that it was one of many, so that they can be undone so.
  const together = (what) => {
    const which = { a: ".kodefelt.forslag", u: ".kodefelt.samlet" }[what];
    if (!which) return;
    for (const button of document.querySelectorAll(`${which} [data-tast="${what}"]`)) {
      const said = JSON.parse(button.dataset.event);
      window.writing.post(what === "a" ? { ...said, hvorfor: "samlet" } : said);
    }
  };

  const field = (key) => sections().find((each) => each.dataset.felt === key);
  const show = (section) => {
    for (const mark of document.querySelectorAll(".brevtekst mark")) {
      const isHere = mark.dataset.felt.split(" ").includes(section?.dataset.felt);
      mark.classList.toggle("her", isHere);
      if (isHere) mark.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("focusin", ({ target }) => {
    const section = target.closest?.(".kodefelt");
    if (section) show(section);
  });

  // ---- Dragging a passage to another field ----

  document.addEventListener("dragstart", (event) => {
    const mark = event.target.closest?.(".brevtekst mark");
    const from = mark && field(mark.dataset.felt.split(" ")[0]);
    if (from?.dataset.utdrag) event.dataTransfer.setData("application/x-utdrag", from.dataset.utdrag);
  });
  document.addEventListener("dragover", (event) => {
    if (event.target.closest?.(".kodefelt")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const section = event.target.closest?.(".kodefelt");
    const place = section && event.dataTransfer.getData("application/x-utdrag");
    if (!place) return;
    event.preventDefault();
    const value = section.dataset.verdi || section.querySelector("select")?.value;
    decide(section, value || section.dataset.felt.split(":")[1], JSON.parse(place));
  });

  // ---- What two have said of the same ----

  document.addEventListener("written", ({ detail: { post, receipt } }) => {
    if (!receipt.avvist || !receipt.nyere?.length) return;
    const section = field(post.felt);
    const asked = document.querySelector("[data-konflikt]");
    if (!section || !asked) return;
    const other = receipt.nyere.at(-1);
    asked.hidden = false;
    asked.querySelector("p").textContent = asked.dataset.konflikt
      .replace("{name}", other.navn)
      .replace("{field}", section.querySelector("h3").textContent);
    asked.querySelector("[data-min]").onclick = () => {
      const { id: _sent, ...again } = post;
      window.writing.post({ ...again, seen: other.nr });
      asked.hidden = true;
    };
    asked.querySelector("[data-deres]").onclick = () => (asked.hidden = true);
    asked.querySelector("[data-min]").focus();
  });

  // ---- Keys ----

  const step = (by) => {
    const every = sections();
    const next = every[every.indexOf(current()) + by] ?? every[by > 0 ? 0 : every.length - 1];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const press = (key) => {
    const where = current() ?? page();
    (where.querySelector(`[data-tast="${key}"]`) ?? page().querySelector(`[data-side-tast="${key}"]`))?.click();
  };

  document.addEventListener("keydown", (event) => {
    if (!page() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select")) {
      if (event.key === "Escape") event.target.closest(".kodefelt")?.focus();
      if (event.key === "Enter" && event.target.localName === "select") {
        event.target.closest(".kodefelt")?.querySelector("[data-endre]").click();
      }
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "e") current()?.querySelector("select")?.focus();
    else if (key === "m" && marked && current()) {
      const section = current();
      decide(section, section.dataset.verdi || section.querySelector("select")?.value, marked);
    } else if (key === "?") page().querySelector(".taster")?.toggleAttribute("open");
    else if ("axugnfcsz".includes(key)) press(key);
    else return;
    event.preventDefault();
  });
})();
