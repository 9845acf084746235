// Python lays the page out, so it must know a narrow screen before the first run:
// the cookie is set here, ahead of Streamlit's own script, and travels with its websocket.
(() => {
  const narrow = matchMedia("(max-width: 767px)");
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const tell = () => {
    document.cookie = `smal=${narrow.matches ? 1 : 0}; path=/; SameSite=Strict${secure}`;
  };
  tell();
  narrow.addEventListener("change", tell);
})();

// Links between our own pages and filters stay in the reader's session: Streamlit reruns the script
// when the address changes by the history, which is many times faster than loading the page anew.
(() => {
  let opened, opener;

  const stays = (link, event) =>
    link &&
    link.origin === location.origin &&
    !link.hasAttribute("download") &&
    !/\/(last-ned|assets|helse|l)\b/.test(link.pathname) &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!stays(link, event) || !document.querySelector(".stApp")) return;
    event.preventDefault();
    if (!opened) opener = link.getAttribute("href");
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  // The frame says which language the page is drawn in, since it may change without a new page.
  new MutationObserver(() => {
    const shown = document.querySelector(".topp[lang]")?.lang;
    if (shown && shown !== document.documentElement.lang) document.documentElement.lang = shown;
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["lang"] });

  // Eleven pages do not fit across a phone: the one that is shown is scrolled to in the menu.
  let lastMenu, lastPage;
  new MutationObserver(() => {
    const menu = document.querySelector(".topp nav");
    const page = menu?.querySelector("[aria-current]");
    if (!page || (menu === lastMenu && page === lastPage)) return;
    [lastMenu, lastPage] = [menu, page];
    const before = page.getBoundingClientRect().left - menu.getBoundingClientRect().left;
    menu.scrollLeft += before - (menu.clientWidth - page.offsetWidth) / 2;
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ["aria-current"],
  });

  // A panel that a link opens gets the focus, so that keyboards and screen readers follow; when it
  // closes, the focus is back on what opened it. A panel that only changes its content keeps still.
  new MutationObserver(() => {
    const panel = document.querySelector("[data-apnet]");
    const shown = panel?.dataset.apnet;
    if (shown === opened) return;
    opened = shown;
    const target = panel ?? document.querySelector(`a[href="${CSS.escape(opener ?? "")}"]`);
    target?.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector(".topp details[open]");
    if (!menu) return document.querySelector("[data-apnet] .lukk")?.click();
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".topp details[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without https a browser has only the old way.
      const focused = document.activeElement;
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      focused?.focus();
      return done;
    }
  };

  // A short link is made by the server and copied at once; the menu stays open and tells how it went.
  const shorten = async (button) => {
    const box = button.closest(".kortlenke");
    const input = box.querySelector("input");
    const tell = box.querySelector("[role=status]");
    const { lenke, nokkel, feilet, kortlenke } = button.dataset;
    tell.textContent = "";
    try {
      const answer = await fetch(kortlenke, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ navn: input.value, lenke, nokkel }),
      });
      const said = await answer.json();
      const missed = answer.ok && !(await copy(said.lenke));
      tell.textContent = missed ? said.ukopiert : said.melding;
      input.setAttribute("aria-invalid", !answer.ok);
      if (said.forslag) input.value = said.forslag;
      if (!answer.ok) return input.focus();
      const link = document.createElement("a");
      link.href = said.lenke;
      link.textContent = decodeURI(said.lenke);
      tell.append(document.createElement("br"), link);
      for (const each of box.parentElement.querySelectorAll("[data-qr]")) {
        each.setAttribute(each.alt ? "src" : "href", said[each.dataset.qr]);
        if (each.alt) each.alt = said.alt;
      }
    } catch {
      tell.textContent = feilet;
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.closest?.(".kortlenke input")) {
      event.target.closest(".kortlenke").querySelector("button").click();
    }
  });

  // A closed table or definition costs nothing until it is opened; without an answer the link that
  // stands there leads to the same.
  document.addEventListener(
    "toggle",
    async ({ target }) => {
      const { hent, del } = target.dataset ?? {};
      if (!target.open || !hent) return;
      const answer = await fetch(hent);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      target.querySelector("summary ~ *").replaceWith(page.querySelector(del));
      delete target.dataset.hent;
    },
    true,
  );

  document.addEventListener("click", async (event) => {
    const making = event.target.closest?.("button[data-kortlenke]");
    if (making) return shorten(making);
    const button = event.target.closest?.("button[data-kopier], button[data-veksle]");
    if (button?.dataset.veksle) {
      const shown = document.documentElement.classList.toggle(`vis-${button.dataset.veksle}`);
      button.setAttribute("aria-expanded", shown);
    } else if (button) {
      button.dataset.navn ??= button.textContent;
      const link = new URL(button.dataset.kopier, location.href).href;
      const { kopiert, feilet, navn } = button.dataset;
      button.textContent = (await copy(link)) ? kopiert : feilet;
      setTimeout(() => (button.textContent = navn), 2000);
    }
  });
})();

// A link may point to a figure. Streamlit draws it late, and moves it while the rest of the page
// arrives, so it is followed until the page has come to rest or the reader moves on her own.
(() => {
  const LATE = 30_000;
  const REST = 1500;
  let card, hash, until, resting;

  const named = () => /^#kort-([\w-]+)$/.exec(location.hash)?.[1];
  const find = (name) =>
    document.querySelector(`.st-key-kort-${name}`) ??
    document.querySelector(`.kort-fot[data-kort="${name}"]`)?.closest(".stHtml");

  const follow = () => {
    if (location.hash !== hash) {
      hash = location.hash;
      card?.removeAttribute("data-pekt");
      card = undefined;
      until = named() && performance.now() + LATE;
    }
    if (!until) return;
    if (performance.now() > until) return (until = undefined);
    if (!card?.isConnected) {
      card = find(named());
      if (!card) return;
      card.dataset.pekt = "";
      const target = card.querySelector("h2") ?? card;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    card.scrollIntoView({ block: "start" });
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (document.querySelector(".stApp")?.dataset.testScriptState === "notRunning") until = undefined;
    }, REST);
  };

  new MutationObserver(follow).observe(document.documentElement, { childList: true, subtree: true });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(moved, () => (until = undefined), { capture: true, passive: true });
  }
})();
