// Vurdering by keyboard, mouse and finger (pages/parts/reviewing/): what is decided is written by
// `window.writing`, and what is marked in the letter is known by `window.marking`.
(() => {
  const page = () => document.querySelector(".vurdering");
  const sections = () => [...document.querySelectorAll(".kodefelt")];
  const current = () => document.activeElement?.closest?.(".kodefelt") ?? undefined;

  // ---- Deciding ----

  const decide = (section, verdi, place) => {
    const said = JSON.parse(section.dataset.avgjor);
    const felt = said.felt ?? `${section.dataset.felt}:${verdi}`;
    window.writing.post({
      ...said,
      felt,
      til: JSON.stringify({ status: "bekreftet", verdi, ...place }),
    });
    window.marking.clear();
  };
  // Premises stay as they are, on another passage, or with one for a detail of them.
  const support = (section, place, detail) => {
    const told = JSON.parse(section.dataset.til);
    const own = detail ? { ...told.utdrag_for, [detail]: place } : told.utdrag_for;
    const whole = detail ? placeIn(section) : place;
    window.writing.post({
      ...JSON.parse(section.dataset.avgjor),
      til: JSON.stringify({ status: "bekreftet", ...told, ...whole, utdrag_for: own }),
    });
    window.marking.clear();
  };
  const placeIn = ({ dataset }) => (dataset.utdrag ? JSON.parse(dataset.utdrag) : {});
  // What was clicked on in the letter is what another field rests on, and stays there.
  const placeFor = (section) => {
    const isOthers = window.marking.wasClicked() && section.dataset.utdrag;
    return isOthers ? placeIn(section) : (window.marking.now() ?? placeIn(section));
  };

  // ---- Using a passage in a field: by key, from the bar, or dropped there ----

  const kindOf = (section) => JSON.parse(section.dataset.avgjor).slag;
  const takes = (section) => ["kode", "lokale"].includes(kindOf(section));
  const detailIn = (section, name) => section.querySelector(`[data-detalj="${name}"]`);

  // What is chosen among in the bar: what it is called, and its key with the detail after a bar.
  const takers = () =>
    sections().filter(takes).flatMap((section) => {
      const name = section.querySelector("h3").textContent;
      const key = section.dataset.felt;
      const details = [...section.querySelectorAll("[data-detalj]")].map((each) => [
        `${name} – ${each.querySelector("b").textContent}`,
        `${key}|${each.dataset.detalj}`,
      ]);
      return [[name, key], ...details];
    });

  // Where there is no value yet, it is hers to choose; what is marked waits for it.
  const use = (section, place, detail) => {
    if (!section || !place || !takes(section)) return;
    const before = detail ? JSON.parse(detailIn(section, detail).dataset.detaljutdrag || "null") : placeIn(section);
    const value = section.dataset.verdi || section.dataset.felt.split(":")[1];
    if (section.dataset.ny !== undefined || (!value && section.dataset.til === undefined)) {
      window.marking.keep();
      correct(section);
      section.scrollIntoView({ block: "nearest" });
    } else if (window.marking.isAt(place, before)) section.focus();
    else {
      if (section.dataset.til !== undefined) support(section, place, detail);
      else decide(section, value, place);
      section.focus();
    }
  };

  document.addEventListener("click", ({ target }) => {
    const section = target.closest?.(".kodefelt");
    if (target.closest?.("[data-endre]")) {
      decide(section, section.querySelector("select").value, placeFor(section));
    }
    const jump = target.closest?.("[data-hopp]");
    if (jump) {
      show(section);
      window.marking.passage(JSON.parse(jump.dataset.hopp || section.dataset.utdrag || "null"));
    }
    if (target.closest?.("[data-til-felt]")) field(shown)?.focus();
    const many = target.closest?.("[data-events]");
    if (many) JSON.parse(many.dataset.events).forEach(window.writing.post);
    together(target.closest?.("[data-samlet]")?.dataset.samlet);
    if (target.closest?.("[data-bruk]")) {
      const [key, detail] = document.querySelector("[data-bruk-i]").value.split("|");
      use(field(key), window.marking.now(), detail);
    }
    const mark = target.closest?.(".brevtekst mark");
    // The browser lets go of what was marked when it has told of the click.
    if (mark && !isDrawn) setTimeout(() => look(mark.dataset.felt.split(" "), mark));
  });

  // Whether the pointer was moved while it was down, which marks text.
  let isDrawn = false;
  let wentDown;
  document.addEventListener("pointerdown", ({ clientX, clientY }) => (wentDown = [clientX, clientY]));
  document.addEventListener("pointerup", ({ clientX, clientY }) => {
    isDrawn = Math.hypot(clientX - wentDown?.[0], clientY - wentDown?.[1]) > 4;
  });

  // A passage that is clicked on is shown with its field, and marked; where passages lie over one
  // another, the next of them each time.
  const look = (keys, mark) => {
    const next = field(keys[(keys.indexOf(shown) + 1) % keys.length]);
    if (!next) return;
    // The field may be a long way from under a finger.
    if (window.marking.isFinger()) show(next);
    else next.focus();
    const here = [...next.querySelectorAll("[data-detaljutdrag]")]
      .map(({ dataset }) => JSON.parse(dataset.detaljutdrag))
      .find(({ sporsmal, start, slutt }) => {
        const at = Number(mark.dataset.fra);
        return String(sporsmal) === mark.closest(".brevtekst").dataset.sporsmal && start <= at && at < slutt;
      });
    window.marking.passage(here ?? (next.dataset.utdrag ? JSON.parse(next.dataset.utdrag) : undefined));
  };

  // Each is an event of its own, and says that it was one of many, so that they can be undone so.
  const together = (what) => {
    const which = { a: ".kodefelt.forslag", u: ".kodefelt.samlet" }[what];
    if (!which) return;
    for (const button of document.querySelectorAll(`${which} [data-tast="${what}"]`)) {
      const said = JSON.parse(button.dataset.event);
      window.writing.post(what === "a" ? { ...said, hvorfor: "samlet" } : said);
    }
  };

  let shown;
  const field = (key) => sections().find((each) => each.dataset.felt === key);
  const show = (section) => {
    shown = section?.dataset.felt;
    for (const mark of document.querySelectorAll(".brevtekst mark")) {
      const isHere = mark.dataset.felt.split(" ").includes(shown);
      mark.classList.toggle("her", isHere);
      if (isHere) mark.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("focusin", ({ target }) => {
    const section = target.closest?.(".kodefelt");
    if (section) show(section);
  });

  // ---- Dragging what is marked to a field; text that is marked can be dragged by itself ----

  const KIND = "application/x-utdrag";
  const under = (target) => {
    const section = target.closest?.(".kodefelt");
    return section && takes(section) ? (target.closest("[data-detalj]") ?? section) : undefined;
  };
  const over = (element) => {
    for (const each of document.querySelectorAll(".kodefelter .over")) each.classList.remove("over");
    element?.classList.add("over");
  };
  document.addEventListener("dragstart", ({ target, dataTransfer }) => {
    const from = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    const place = from.closest?.(".brevtekst") && window.marking.now();
    if (place) dataTransfer.setData(KIND, JSON.stringify(place));
  });
  document.addEventListener("dragover", (event) => {
    const element = event.dataTransfer.types.includes(KIND) ? under(event.target) : undefined;
    over(element);
    if (element) event.preventDefault();
  });
  document.addEventListener("dragend", () => over());
  document.addEventListener("drop", (event) => {
    const element = under(event.target);
    const place = element && event.dataTransfer.getData(KIND);
    over();
    if (!place) return;
    event.preventDefault();
    use(element.closest(".kodefelt"), JSON.parse(place), element.dataset.detalj);
  });

  // ---- What two have said of the same ----

  const isSame = (one, other) => {
    if (one === other || typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return names.values().every((name) => isSame(one[name] ?? null, other[name] ?? null));
  };
  const parsed = (json) => JSON.parse(json ?? "null");

  // They are asked about one by one, and none is forgotten for another, or when a letter is left.
  const conflicts = [];
  document.addEventListener("written", ({ detail: { post, receipt } }) => {
    if (!receipt.avvist || !receipt.nyere?.length || !post.felt || !page()) return;
    const other = receipt.nyere.at(-1);
    // Two who say the same do not differ.
    if (isSame(parsed(post.til), parsed(other.til))) return;
    conflicts.push({ post, other });
    ask();
  });
  const ask = () => {
    const asked = document.querySelector("[data-konflikt]");
    if (!asked || !conflicts.length) return;
    const [{ post, other }, ...more] = conflicts;
    const letter = post.gjelder.split(":")[1];
    const isHere = new URLSearchParams(location.search).get("brev")?.endsWith(letter);
    const title = field(post.felt.split(/\s+/).join("_"))?.querySelector("h3").textContent ?? post.felt;
    const says = asked.dataset.konflikt
      .replace("{name}", other.navn)
      .replace("{field}", isHere ? title : `${post.felt}, ${letter}`);
    asked.querySelector("p").textContent =
      more.length ? `${says} ${asked.dataset.flere.replace("{n}", more.length)}` : says;
    if (!asked.hidden) return;
    asked.hidden = false;
    const answer = (again) => {
      conflicts.shift();
      asked.hidden = true;
      if (again) window.writing.post(again);
      ask();
    };
    const { id: _sent, ...mine } = post;
    asked.querySelector("[data-min]").onclick = () => answer({ ...mine, seen: other.nr });
    asked.querySelector("[data-deres]").onclick = () => answer();
    // Who is writing goes on writing; a blank there would be an answer.
    if (!document.activeElement?.closest("input, textarea, select")) asked.querySelector("[data-min]").focus();
  };
  document.addEventListener("patched", ask);

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

  // A key that is pressed where something is written, or in another part of the page, is not ours.
  const isOurs = (event) =>
    page() && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing &&
    (event.target.contains(page()) || page().contains(event.target));

  document.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return;
    if (event.target.closest?.("input, textarea, select")) {
      if (event.key === "Escape") event.target.closest(".kodefelt")?.focus();
      if (event.key === "Enter" && event.target.localName === "select") {
        const set = event.target.closest(".kodefelt, .merking")?.querySelector("[data-endre], [data-bruk]");
        if (set) set.click();
        else event.target.form?.requestSubmit();
      }
      return;
    }
    const marked = window.marking.now();
    const key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "e") correct(current());
    else if (key === "l") window.marking.step(event.shiftKey ? -1 : 1);
    else if (/^[0-5]$/.test(key) && marked) window.correcting.move(window.marking.take(), Number(key));
    else if (key === "m" && marked && current()) {
      use(current(), marked, document.activeElement.closest("[data-detalj]")?.dataset.detalj);
    } else if (key === "escape" && marked) window.marking.clear();
    else if (key === "?") page().querySelector(".taster")?.toggleAttribute("open");
    else if ("axugnfcsz".includes(key)) press(key);
    else return;
    event.preventDefault();
  });

  window.reviewing = { takers };
})();
