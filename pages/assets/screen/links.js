// Links between our own pages and filters stay in the reader's session: Streamlit reruns the script
// when the address changes by the history, which is many times faster than loading the page anew.
(() => {
  let opened, opener;

  const stays = (link, url, event) =>
    url.origin === location.origin &&
    !link.hasAttribute("download") &&
    !/\/(last-ned|assets|helse|l)\b/.test(url.pathname) &&
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

  // A panel that a link opens gets the focus, so that keyboards and screen readers follow; when it
  // closes, the focus is back on what opened it. A panel that only changes its content keeps still.
  const followPanel = () => {
    const panel = document.querySelector("[data-apnet]");
    const shown = panel?.dataset.apnet;
    if (shown === opened) return;
    opened = shown;
    const target = panel ?? document.querySelector(`a[href="${CSS.escape(opener ?? "")}"]`);
    target?.focus({ preventScroll: true });
  };

  document.addEventListener("patched", ({ detail }) => {
    speak();
    showPage();
    followPanel();
    if (detail.isAnotherPage && !location.hash) {
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector("[data-apnet] .lukk")?.click();
  });

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
