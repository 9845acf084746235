// Links between our own pages and filters stay in the reader's session: Streamlit reruns the script
// when the address changes by the history, which is many times faster than loading the page anew.
(() => {
  // A page that was opened with a municipality chosen starts at its top.
  const ARRIVED = 10_000;
  let opened, opener, pressed, pressedAt;

  const stays = (link, url, event) =>
    url.origin === location.origin &&
    !link.hasAttribute("download") &&
    !/\/(last-ned|assets|helse|l|tilgjengelighetserklaering)\b/.test(url.pathname) &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !document.querySelector(".stApp")) return;
    const href = link.getAttribute("href");
    const url = new URL(href, location.href);
    if (!stays(link, url, event)) return;
    event.preventDefault();
    if (!opened) opener = href;
    pressed = link;
    pressedAt = link.getBoundingClientRect().top;
    history.pushState({}, "", url);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  // The frame says which language the page is drawn in, since it may change without a new page.
  const speak = () => {
    const shown = document.querySelector(".topp[lang]")?.lang;
    if (shown && shown !== document.documentElement.lang) document.documentElement.lang = shown;
  };

  // Eleven pages do not fit across a phone: the one that is shown is scrolled to in the menu.
  let lastPage;
  const showPage = () => {
    const menu = document.querySelector(".topp nav");
    const page = menu?.querySelector("[aria-current]");
    if (!page || page === lastPage) return;
    lastPage = page;
    const before = page.getBoundingClientRect().left - menu.getBoundingClientRect().left;
    menu.scrollLeft += before - (menu.clientWidth - page.offsetWidth) / 2;
  };

  const main = () => document.querySelector("[data-testid=stMain]");
  const wayTo = (href) => document.querySelector(`a[href="${CSS.escape(href ?? "")}"]`);

  // Scrolls no more than is needed to see all of `part`, or its beginning where it is taller.
  const BEFORE = 72;
  const show = (part) => {
    const { top, bottom } = part.getBoundingClientRect();
    const down = Math.min(bottom - innerHeight, top - BEFORE);
    main().scrollTop += top < 0 ? top - BEFORE : Math.max(down, 0);
  };

  // A panel that a link opens gets the focus, so that keyboards and screen readers follow; when it
  // closes, the focus is back on what opened it. A panel that only changes its content keeps still.
  // It pushes what stands around it, and the number that was pressed stays under the finger.
  const followPanel = () => {
    const panel = document.querySelector("[data-apnet]");
    const shown = panel?.dataset.apnet;
    document.documentElement.classList.toggle("med-bak", !!panel);
    if (shown === opened) return;
    opened = shown;
    const target = panel ?? wayTo(opener);
    target?.focus({ preventScroll: true });
    if (pressed?.isConnected) main().scrollTop += pressed.getBoundingClientRect().top - pressedAt;
    pressed = undefined;
    if (panel) show(panel.parentElement);
  };

  // What a press on the map brings is brought into sight where it is not.
  let told;
  const showTold = () => {
    const municipality = document.querySelector("[data-kommune]");
    const now = municipality?.dataset.kommune;
    if (now === told) return;
    const isFirst = told === undefined && performance.now() < ARRIVED;
    told = now ?? "";
    if (!municipality || isFirst) return;
    const { top } = municipality.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.7) municipality.scrollIntoView({ block: "start" });
  };

  document.addEventListener("patched", ({ detail }) => {
    speak();
    showPage();
    followPanel();
    if (!detail.isAnotherPage) showTold();
    if (detail.isAnotherPage && !location.hash) {
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    }
  });

  // Streamlit's own first stop leads to its main element, and ours begins with the navigation.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-testid=stSkipLink], a[href^='#stMain'], .stSkipLink")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const heading = document.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector("[data-apnet] .lukk")?.click();
  });

  // The menu of a figure opens its table or definition in the flow below; the heading closes it.
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-apner]");
    if (!button) return;
    const foot = button.closest(".kort-fot");
    const part = foot.querySelector(`:scope > [data-del="${button.dataset.apner}"]`);
    button.closest("details").open = false;
    part.open = true;
    part.querySelector("summary").focus();
  });

  document.addEventListener("toggle", ({ target }) => {
    if (target.open || !target.matches?.(".kort-del")) return;
    const inside = document.activeElement === document.body || target.contains(document.activeElement);
    if (inside) target.closest(".kort-fot").querySelector(".kort-valg > summary").focus();
  }, true);

  // A closed table or definition costs nothing until it is opened; without an answer the link that
  // stands there leads to the same.
  document.addEventListener(
    "toggle",
    async ({ target }) => {
      const { hent, del } = target.dataset ?? {};
      if (!target.open || !hent || target.hentet === hent) return;
      const answer = await fetch(hent);
      if (!answer.ok || target.dataset.hent !== hent) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      target.querySelector("summary ~ *").replaceWith(page.querySelector(del));
      target.hentet = hent;
    },
    true,
  );
})();
