// The controls a reader chooses with (see pages/parts/choosing/controls.py): menus that open and
// close, and inputs that become links. Each control has the links it may lead to.
(() => {
  const WAIT = 250;

  const follow = (link) => {
    history.pushState({}, "", link);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  // The View's own link has a place for the value; the usual value goes without saying.
  const linkTo = (ways, value) =>
    value === ways.vanlig
      ? ways.uten
      : ways.lenke.replace(
          new RegExp(`([?&]${ways.felt}=)%7B%7D`),
          (_all, name) => name + encodeURIComponent(value).replaceAll("%20", "+"),
        );

  const write = (input, value, ways = input.dataset) => {
    if (value !== (input.sent ?? input.defaultValue)) follow(linkTo(ways, value));
    input.sent = value;
  };
  document.addEventListener("patched", () => {
    for (const input of document.querySelectorAll("[data-lenke]")) input.sent = undefined;
  });

  // ---- Menus ----

  const choices = (menu) => [...menu.querySelectorAll(":scope > :not(summary) :is(a, button, input)")];

  const close = (menu) => {
    const isInside = menu.contains(document.activeElement);
    menu.open = false;
    if (isInside) menu.querySelector("summary").focus();
  };

  // Who opens a menu is at its choices at once, wherever the keyboard was.
  const open = (menu) => {
    for (const other of document.querySelectorAll("details.meny[open]")) other.open = false;
    menu.open = true;
    const first = menu.querySelector("[aria-current]") ?? choices(menu)[0];
    first?.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const menu = event.target.closest?.("details.meny > summary")?.parentElement;
    if (!menu) return;
    event.preventDefault();
    if (menu.open) close(menu);
    else open(menu);
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.("details.meny");
    if (!menu) return;
    if (event.key === "Escape" && menu.open) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return close(menu);
    }
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step || event.target.localName === "input") return;
    event.preventDefault();
    if (!menu.open) return open(menu);
    const among = choices(menu);
    const at = among.indexOf(event.target) + step;
    among[Math.min(Math.max(at, 0), among.length - 1)]?.focus();
  });

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.meny[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const menu = event.target.closest?.("details[data-en]");
    if (menu && event.target.closest("a")) close(menu);
  });

  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const menu = target.closest?.("details.meny[open]");
    if (menu && relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });

  // ---- Ranges ----

  document.addEventListener("input", ({ target: range }) => {
    if (range.type !== "range" || !range.dataset.lenke) return;
    const shown = range.value + range.dataset.enhet;
    range.setAttribute("aria-valuetext", shown);
    range.closest("label").querySelector("output").textContent = shown;
    // A key that repeats moves it many times; the last place is the one that was meant.
    clearTimeout(range.waiting);
    range.waiting = setTimeout(() => write(range, range.value), WAIT);
  });

  // ---- Boxes ----

  const words = (text) => text.trim().split(/\s+/).join(" ");

  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".sokefelt");
    if (!form) return;
    event.preventDefault();
    const input = form.querySelector("input");
    write(input, words(input.value));
  });

  // The cross in a search box empties it without sending; nothing else says «search» when empty.
  document.addEventListener("search", ({ target: input }) => {
    if (input.value === "" && input.closest(".sokefelt, .finn")) write(input, "");
  });

  // ---- Finding a municipality ----

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const MOST = 8;
  const fetched = new Map();
  const names = (form) => {
    const from = form.dataset.navn;
    if (!fetched.has(from)) {
      fetched.set(from, fetch(from).then((answer) => (answer.ok ? answer.json() : [])));
    }
    return fetched.get(from);
  };

  // Those that begin so come first, in any of their names, then those that hold it anywhere.
  const found = (all, text) => {
    const asked = plain(text);
    if (!asked) return [];
    const begins = ([number, name]) =>
      number.startsWith(asked) ||
      plain(name).split(" – ").some((each) => each.startsWith(asked));
    const holds = (each) => !begins(each) && plain(each[1]).includes(asked);
    return [...all.filter(begins), ...all.filter(holds)].slice(0, MOST);
  };

  const marked = (list) => list.querySelector("[aria-selected=true]");

  const mark = (input, list, option) => {
    marked(list)?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const fold = (input, list) => {
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    mark(input, list);
  };

  const suggest = async (form) => {
    const [input, list] = form.elements.length ? [form.elements[0], form.querySelector("ul")] : [];
    const text = words(input.value);
    const some = found(await names(form), text);
    if (words(input.value) !== text || document.activeElement !== input) return;
    if (!text) return fold(input, list);
    const shown = some.length ? some : [["", form.dataset.ingen]];
    list.replaceChildren(
      ...shown.map(([number, name], i) => {
        const option = document.createElement("li");
        Object.assign(option, { id: `${list.id}-${i}`, role: "option", textContent: name });
        option.setAttribute("aria-selected", "false");
        if (number) option.dataset.nummer = number;
        else option.setAttribute("aria-disabled", "true");
        return option;
      }),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(input, list);
  };

  const pick = (input, list, option) => {
    input.value = option.textContent;
    fold(input, list);
    write(input, option.dataset.nummer);
  };

  document.addEventListener("focusin", ({ target }) => {
    const form = target.closest?.(".finn");
    if (form) names(form);
  });

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.(".finn");
    if (form) suggest(form);
  });

  document.addEventListener("keydown", async (event) => {
    const form = event.target.closest?.(".finn");
    if (!form) return;
    const [input, list] = [event.target, form.querySelector("ul")];
    const options = [...list.querySelectorAll("[data-nummer]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      const at = options.indexOf(marked(list)) + step;
      mark(input, list, options[(at + options.length) % options.length]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopImmediatePropagation();
      fold(input, list);
    }
  });

  // Enter takes the marked one, or the only one, or else the first; a box that can search for text
  // does that instead.
  const enter = async (form) => {
    const [input, list] = [form.querySelector("input"), form.querySelector("ul")];
    const text = words(input.value);
    const chosen = marked(list);
    if (chosen) return pick(input, list, chosen);
    const { friLenke: lenke, friFelt: felt, friUten: uten, friVanlig: vanlig } = input.dataset;
    const some = found(await names(form), text);
    fold(input, list);
    if (some.length === 1 || (some.length && !lenke)) {
      input.value = some[0][1];
      write(input, some[0][0]);
    } else if (lenke && text !== input.defaultValue) {
      follow(linkTo({ lenke, felt, uten, vanlig }, text));
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".finn");
    if (!form) return;
    event.preventDefault();
    enter(form);
  });

  // The press that chooses would take the focus first, and so close what is pressed.
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest?.(".finn ul")) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const option = event.target.closest?.(".finn [data-nummer]");
    if (!option) return;
    const form = option.closest(".finn");
    pick(form.querySelector("input"), form.querySelector("ul"), option);
  });

  document.addEventListener("focusout", ({ target }) => {
    const form = target.closest?.(".finn");
    if (form) fold(form.querySelector("input"), form.querySelector("ul"));
  });
})();
