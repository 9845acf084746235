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
    !/\/(last-ned|assets|helse)\b/.test(link.pathname) &&
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
    if (event.key === "Escape") document.querySelector("[data-apnet] .lukk")?.click();
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
    const button = event.target.closest?.("button[data-kopier], button[data-veksle]");
    if (button?.dataset.veksle) {
      const shown = document.documentElement.classList.toggle(`vis-${button.dataset.veksle}`);
      button.setAttribute("aria-expanded", shown);
    } else if (button) {
      const before = button.textContent;
      await navigator.clipboard.writeText(new URL(button.dataset.kopier, location.href).href);
      button.textContent = button.dataset.kopiert;
      setTimeout(() => (button.textContent = before), 2000);
    }
  });
})();
