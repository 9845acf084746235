// Vurdering: what is told of a letter besides its codes is corrected by forms, and a passage is moved
// to another question (pages/parts/reviewing/).
(() => {
  const json = (text) => JSON.parse(text);

  // ---- Forms: sender, dates and premises ----

  // «Bodø (1804), Gildeskål» as numbers, and the names of those that no municipality has.
  const municipalities = (control) => {
    const known = new Map();
    for (const { dataset, value } of control.list?.options ?? []) {
      const [, name, number] = (dataset.navn ?? value).match(/^(.*) \((\d{4})\)$/) ?? [];
      // Two have the same name; then only the number tells which.
      known.set(name?.toLowerCase(), known.has(name?.toLowerCase()) ? undefined : number);
      known.set(number, number);
    }
    const asked = control.value.split(",").map((each) => each.trim()).filter(Boolean);
    const found = asked.map((each) => known.get(each.match(/\d{4}/)?.[0] ?? each.toLowerCase()));
    return { found, missing: asked.filter((_each, i) => !found[i]) };
  };

  // «24.5.2022» as 2022-05-24, undefined where there is no such day.
  const day = (text) => {
    const [, d, m, year] = text.match(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/) ?? [];
    const iso = `${year}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return year && !Number.isNaN(+date) && date.toISOString().startsWith(iso) ? iso : undefined;
  };

  const valueOf = (control) => {
    const text = control.value.trim();
    if (control.dataset.kommuner !== undefined) return municipalities(control).found.join("|") || null;
    if (!text) return null;
    if ("dato" in control.dataset) return day(text);
    if (control.type === "number") return Number(text);
    if ("liste" in control.dataset) {
      return text.split(",").map((each) => each.trim()).filter(Boolean).join("|") || null;
    }
    return text;
  };

  const check = (form) => {
    for (const control of form.querySelectorAll("[data-kommuner]")) {
      const { missing } = municipalities(control);
      const says = control.dataset.kommuner.replace("{name}", missing[0] ?? "");
      control.setCustomValidity(missing.length ? says : "");
    }
    for (const control of form.querySelectorAll("[data-dato]")) {
      const isWrong = control.value.trim() && !day(control.value.trim());
      control.setCustomValidity(isWrong ? control.dataset.dato : "");
    }
    return form.reportValidity();
  };

  // What premises rest on after a correction. What is marked is for the one detail that is corrected,
  // and else for the premises; a detail that is no longer told of rests on nothing.
  const passages = (form, said, isNew) => {
    if (!("lokaltype" in said)) return {};
    const section = form.closest(".kodefelt");
    const before = json(section.dataset.til || "{}");
    const place = json(section.dataset.utdrag || "{}");
    const marked = isNew || !window.marking.wasClicked() ? window.marking.now() : undefined;
    const own = Object.entries(before.utdrag_for ?? {}).filter(([name]) => said[name] != null);
    const corrected = Object.keys(said).filter((name) => (said[name] ?? null) !== (before[name] ?? null));
    window.marking.clear();
    const [detail, ...others] = corrected.filter((name) => said[name] != null);
    const isOne = !isNew && marked && detail && !others.length;
    const isDetail = isOne && form.dataset.utdragFor.split(" ").includes(detail);
    if (isDetail) return { ...place, utdrag_for: { ...Object.fromEntries(own), [detail]: marked } };
    return { ...(marked ?? place), utdrag_for: Object.fromEntries(own) };
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.("form[data-rett]");
    if (!form) return;
    event.preventDefault();
    if (!check(form)) return;
    const section = form.closest(".kodefelt");
    const named = [...form.elements].filter(({ name }) => name);
    const said = Object.fromEntries(named.map((each) => [each.name, valueOf(each)]));
    const isNew = section.dataset.ny !== undefined;
    const key = isNew && `${section.dataset.ny}-${crypto.randomUUID().slice(0, 8)}`;
    const til = { status: "bekreftet", ...said, ...passages(form, said, isNew) };
    window.writing.post({
      ...json(section.dataset.avgjor),
      ...(isNew && { felt: key, seen: 0 }),
      til: JSON.stringify(til),
    });
    form.isTouched = false;
    if (isNew) form.reset();
    const details = form.closest("details");
    if (details) details.open = false;
    section.focus();
  });

  // The list gives one name; those that are written before it stay.
  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-rett]");
    if (!form) return;
    form.isTouched = true;
    if ("dato" in target.dataset) target.setCustomValidity("");
    if (target.dataset.kommuner === undefined) return;
    target.setCustomValidity("");
    const before = target.value.slice(0, target.value.lastIndexOf(",") + 1).trimEnd();
    for (const option of target.list?.options ?? []) {
      option.dataset.navn ??= option.value;
      option.value = before ? `${before} ${option.dataset.navn}` : option.dataset.navn;
    }
  });

  // What nobody has written in shows what stands, also when that was undone.
  document.addEventListener("patched", () => {
    for (const form of document.querySelectorAll("form[data-rett]")) {
      if (!form.isTouched && !form.contains(document.activeElement)) form.reset();
    }
  });

  // ---- Moving a passage to another question ----

  const without = (moves, fra, start, slutt) =>
    moves.flatMap((move) => {
      const [of, first, last, til] = move;
      if (of !== fra || slutt <= first || last <= start) return [move];
      return [[of, first, start, til], [of, slutt, last, til]].filter(([, a, b]) => a < b);
    });

  const move = (place, til) => {
    const letter = document.querySelector(".brev");
    if (!place || !letter?.dataset.deling || place.sporsmal === til) return false;
    const { avgjor, flyttet, tekster } = json(letter.dataset.deling);
    const text = letter.querySelector(`[data-sporsmal="${place.sporsmal}"]`);
    let moves = flyttet;
    for (const [begins, fra, first, last] of json(text.dataset.stykker)) {
      const start = first + Math.max(0, place.start - begins);
      const slutt = first + Math.min(last - first, place.slutt - begins);
      if (start >= slutt) continue;
      moves = without(moves, fra, start, slutt);
      if (fra !== til) moves = [...moves, [fra, start, slutt, til]];
    }
    const used = new Set(moves.map(([fra]) => fra));
    const hashes = Object.fromEntries([...used].map((fra) => [fra, tekster[fra]]));
    const said = { status: "bekreftet", flyttet: moves.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]), tekster: hashes };
    window.writing.post({ ...avgjor, til: JSON.stringify(said) });
    return true;
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-flytt]");
    if (button) move(window.marking.take(), Number(button.dataset.flytt));
  });

  const KIND = "application/x-utdrag";
  document.addEventListener("dragover", (event) => {
    const section = event.target.closest?.("[data-til-sporsmal]");
    if (!section || !event.dataTransfer.types.includes(KIND)) return;
    event.preventDefault();
    for (const each of document.querySelectorAll(".brev .over")) each.classList.remove("over");
    section.classList.add("over");
  });
  document.addEventListener("dragend", () => {
    for (const each of document.querySelectorAll(".brev .over")) each.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    const section = event.target.closest?.("[data-til-sporsmal]");
    const place = section && event.dataTransfer.getData(KIND);
    if (!place) return;
    event.preventDefault();
    section.classList.remove("over");
    if (move(json(place), Number(section.dataset.tilSporsmal))) window.marking.clear();
  });

  window.correcting = { move };
})();
