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
    const bar = document.querySelector("[data-flyttbar]");
    if (bar) bar.hidden = !marked;
  };

  // What is marked, for who uses it: then nothing is any more.
  const take = () => {
    const taken = marked;
    marked = undefined;
    getSelection()?.removeAllRanges();
    tell();
    return taken;
  };
  window.reviewing = { take };

  // What is marked in one letter is nothing in the next.
  let letter;
  document.addEventListener("patched", () => {
    const now = new URLSearchParams(location.search).get("brev");
    if (now !== letter) marked = undefined;
    letter = now;
    tell();
  });

  // ---- Marking a paragraph by keyboard; Shift and the arrows then make it longer or shorter ----

  const paragraphs = () =>
    [...document.querySelectorAll(".brevtekst")].flatMap((text) =>
      [...text.textContent.matchAll(/[^\n]*\S[^\n]*/g)].map((found) => ({
        text,
        start: codePoints(text.textContent, found.index),
        slutt: codePoints(text.textContent, found.index + found[0].length),
      })),
    );

  // The node and offset of a character in a question's text.
  const pointAt = (text, position) => {
    const pieces = [...text.querySelectorAll("[data-fra]")];
    const piece = pieces.findLast((each) => Number(each.dataset.fra) < position) ?? pieces[0];
    const node = piece.firstChild;
    const units = [...node.data].slice(0, position - Number(piece.dataset.fra)).join("").length;
    return [node, units];
  };

  const mark = (by) => {
    const every = paragraphs();
    const here = marked && every.findIndex(
      ({ text, slutt }) => Number(text.dataset.sporsmal) === marked.sporsmal && slutt > marked.start,
    );
    const next = every[here === undefined ? (by > 0 ? 0 : every.length - 1) : here + by];
    if (!next) return;
    getSelection().setBaseAndExtent(...pointAt(next.text, next.start), ...pointAt(next.text, next.slutt));
    getSelection().focusNode.parentElement.scrollIntoView({ block: "nearest" });
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
    take();
  };
  // What is told of a letter besides its codes stays as it is, on another passage.
  const support = (section, place) => {
    const told = JSON.parse(section.dataset.til);
    if (!("lokaltype" in told)) return;
    window.writing.post({
      ...JSON.parse(section.dataset.avgjor),
      til: JSON.stringify({ status: "bekreftet", ...told, ...place }),
    });
    take();
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
    // What is marked by hand goes before the passage that it lies in.
    if (marked) event.dataTransfer.setData("application/x-utdrag", JSON.stringify(marked));
    else if (from?.dataset.utdrag) event.dataTransfer.setData("application/x-utdrag", from.dataset.utdrag);
  });
  document.addEventListener("dragover", (event) => {
    if (event.target.closest?.(".kodefelt")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const section = event.target.closest?.(".kodefelt");
    const place = section && event.dataTransfer.getData("application/x-utdrag");
    if (!place) return;
    event.preventDefault();
    if (section.dataset.til !== undefined) return support(section, JSON.parse(place));
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
  const correct = (section) => {
    const form = section?.querySelector("details.rett");
    if (form) form.open = true;
    (form ?? section)?.querySelector("select, input")?.focus();
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
        const set = event.target.closest(".kodefelt")?.querySelector("[data-endre]");
        if (set) set.click();
        else event.target.form?.requestSubmit();
      }
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "e") correct(current());
    else if (key === "l") mark(event.shiftKey ? -1 : 1);
    else if (/^[0-5]$/.test(key) && marked) window.correcting.move(take(), Number(key));
    else if (key === "m" && marked && current()) {
      const section = current();
      if (section.dataset.til !== undefined) support(section, marked);
      else if (section.dataset.ny === undefined) {
        decide(section, section.dataset.verdi || section.querySelector("select")?.value, marked);
      }
    } else if (key === "?") page().querySelector(".taster")?.toggleAttribute("open");
    else if ("axugnfcsz".includes(key)) press(key);
    else return;
    event.preventDefault();
  });
})();
