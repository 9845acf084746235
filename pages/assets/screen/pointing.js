// A link may point to a figure. The page moves while the map and the fonts arrive, so the figure is
// followed until the page has come to rest or the reader moves on her own.
(() => {
  const LATE = 30_000;
  const REST = 1500;
  let card, hash, until, resting;

  const named = () => /^#kort-([\w-]+)$/.exec(location.hash)?.[1];
  const find = (name) =>
    document.getElementById(`kort-${name}`) ??
    (document.querySelector(`.kort-fot[data-kort="${name}"]`) &&
      document.querySelector(".kart"));

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
      target.pekt = true;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    card.scrollIntoView({ block: "start" });
    clearTimeout(resting);
    resting = setTimeout(() => (until = undefined), REST);
  };

  const grown = new ResizeObserver(follow);
  document.addEventListener("patched", () => {
    follow();
    const page = document.querySelector("[data-testid=stMainBlockContainer]");
    if (page && until) grown.observe(page);
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(moved, () => (until = undefined), { capture: true, passive: true });
  }
})();
