// Vurdering: what is marked in the letter, by mouse, by key or by a tap, and the bar that uses it
// (pages/parts/reviewing/). The others ask `window.marking` for it.
(() => {
  // Question and characters from its beginning, and the words. `clicked` where a whole passage was
  // clicked on, which may have been to see what it is.
  let marked;
  let clicked = false;
  let letter;

  // The server counts characters, JavaScript the halves of some of them.
  const codePoints = (text, units) => [...text.slice(0, units)].length;
  const elementOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node);

  // Where a point of a selection is, in the characters of the question's text.
  const at = (node, offset) => {
    const element = elementOf(node);
    const piece = element.closest?.("[data-fra]");
    const text = element.closest?.(".brevtekst");
    if (!text) return undefined;
    if (!piece) {
      const next = node.childNodes?.[offset];
      return { text, position: Number(next?.dataset?.fra ?? [...text.textContent].length) };
    }
    return { text, position: Number(piece.dataset.fra) + codePoints(piece.textContent, offset) };
  };

  // The node and offset of a character in a question's text.
  const pointAt = (text, position) => {
    const pieces = [...text.querySelectorAll("[data-fra]")];
    const piece = pieces.findLast((each) => Number(each.dataset.fra) < position) ?? pieces[0];
    const node = piece.firstChild;
    const units = [...node.data].slice(0, position - Number(piece.dataset.fra)).join("").length;
    return [node, units];
  };

  const select = (text, start, end) => {
    getSelection().setBaseAndExtent(...pointAt(text, start), ...pointAt(text, end));
    // The browser tells of it later, and the next key may be pressed before that.
    read();
    getSelection().focusNode.parentElement.scrollIntoView({ block: "nearest" });
  };

  const textOf = (question) => document.querySelector(`.brevtekst[data-sporsmal="${question}"]`);
  const isAt = (one, other) =>
    !!one && !!other && ["sporsmal", "start", "slutt"].every((part) => one[part] === other[part]);

  const read = () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
    if (!start || !end || start.text !== end.text || end.position <= start.position) return;
    const all = [...start.text.textContent];
    const now = {
      sporsmal: Number(start.text.dataset.sporsmal),
      start: start.position,
      slutt: end.position,
      utdrag: all.slice(start.position, end.position).join(""),
    };
    clicked &&= isAt(marked, now);
    marked = now;
    tell();
  };
  document.addEventListener("selectionchange", read);

  const tell = () => {
    const line = document.querySelector("[data-merket]");
    if (!line) return;
    line.textContent = marked ? line.dataset.merket.replace("{}", marked.utdrag.slice(0, 60)) : "";
    document.querySelector("[data-merkebar]").hidden = !marked;
    document.querySelector("[data-til-felt]").hidden = !clicked;
    if (marked) choices(document.querySelector("[data-bruk-i]"));
  };

  // Every place that takes a passage, as the page has it now, and what was chosen among them.
  const choices = (list) => {
    const [first] = list.options;
    const chosen = list.value;
    const found = window.reviewing.takers().map(([name, key]) => new Option(name, key));
    list.replaceChildren(first, ...found);
    list.value = found.some(({ value }) => value === chosen) ? chosen : "";
  };

  const clear = () => {
    marked = undefined;
    clicked = false;
    if (elementOf(getSelection()?.anchorNode)?.closest(".brevtekst")) getSelection().removeAllRanges();
    tell();
  };

  // What is marked, for who uses it: then nothing is any more.
  const take = () => {
    const taken = marked;
    clear();
    return taken;
  };

  // A whole passage, as if it had been marked by hand.
  const passage = (place) => {
    const text = place && textOf(place.sporsmal);
    if (!text) return;
    [marked, clicked] = [place, true];
    select(text, place.start, place.slutt);
    tell();
  };

  // What is marked in one letter is nothing in the next, nor where its words are no longer there.
  document.addEventListener("patched", () => {
    const now = new URLSearchParams(location.search).get("brev");
    const stands = marked && [...(textOf(marked.sporsmal)?.textContent ?? "")]
      .slice(marked.start, marked.slutt).join("") === marked.utdrag;
    if (now !== letter || !stands) [marked, clicked] = [undefined, false];
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

  const step = (by) => {
    const every = paragraphs();
    const here = marked && every.findIndex(
      ({ text, slutt }) => Number(text.dataset.sporsmal) === marked.sporsmal && slutt > marked.start,
    );
    const next = every[here === undefined ? (by > 0 ? 0 : every.length - 1) : here + by];
    if (next) select(next.text, next.start, next.slutt);
  };

  // ---- Marking a sentence with a tap; two buttons make it longer or shorter ----

  const divider = new Intl.Segmenter("nb", { granularity: "sentence" });
  // A line of a printed page is broken anywhere; an empty line ends what is said.
  const sentences = (text) => {
    const whole = text.textContent;
    const running = whole.replace(/([^\n])\n(?=[^\n])/g, "$1 ");
    return [...divider.segment(running)].flatMap(({ segment, index }) => {
      const start = codePoints(whole, index + segment.length - segment.trimStart().length);
      const slutt = codePoints(whole, index + segment.trimEnd().length);
      return start < slutt ? [{ start, slutt }] : [];
    });
  };

  const stretch = (by) => {
    const text = marked && textOf(marked.sporsmal);
    if (!text) return;
    const every = sentences(text);
    const ends = every.map(({ slutt }) => slutt);
    const next = by > 0 ? ends.find((end) => end > marked.slutt) : ends.findLast((end) => end < marked.slutt);
    if (next > marked.start) select(text, marked.start, next);
    else if (by < 0) {
      // One sentence is made shorter word by word.
      const shorter = marked.utdrag.trimEnd().replace(/\s*\S+$/u, "");
      if (shorter) select(text, marked.start, marked.start + [...shorter].length);
    }
  };

  // A tap is where a finger marks nothing by itself.
  let isFinger = false;
  document.addEventListener("pointerdown", ({ pointerType }) => (isFinger = pointerType === "touch"), true);
  document.addEventListener("click", ({ target, clientX, clientY }) => {
    const asked = target.closest?.("[data-merk]")?.dataset.merk;
    if (asked === "fjern") clear();
    else if (asked) stretch(asked === "lengre" ? 1 : -1);
    const text = target.closest?.(".brevtekst");
    if (!isFinger || !text || target.closest("mark") || !getSelection().isCollapsed) return;
    const point = document.caretPositionFromPoint?.(clientX, clientY);
    const range = point ?? document.caretRangeFromPoint?.(clientX, clientY);
    const here = range && at(range.offsetNode ?? range.startContainer, range.offset ?? range.startOffset);
    const found = here && sentences(text).find(({ slutt }) => slutt >= here.position);
    if (found) select(text, found.start, found.slutt);
  });

  window.marking = {
    now: () => marked,
    wasClicked: () => clicked,
    isFinger: () => isFinger,
    keep: () => (clicked = false),
    clear,
    isAt,
    passage,
    step,
    take,
  };
})();
