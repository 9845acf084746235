// The map is a place in the document that our own script draws in (kart.js). A press on it is a link
// like any other: the place has the addresses, by what is pressed.
(() => {
  const press = (ways, what) => {
    const [kind, key] = [what.slice(0, what.indexOf(":")), what.slice(what.indexOf(":") + 1)];
    const { links, field, open, to, from } = ways[kind] ?? {};
    const into = to?.replace(
      new RegExp(`([?&]${field}=)%7B%7D`),
      (_all, name) => name + encodeURIComponent(key),
    );
    const link = links ? links[key] : key === open ? from : into;
    if (!link) return;
    history.pushState({}, "", link);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  document.addEventListener("patched", () => {
    for (const place of document.querySelectorAll(".kartplass")) {
      if (place.told === place.dataset.kart) continue;
      place.told = place.dataset.kart;
      const data = JSON.parse(place.told);
      const setTriggerValue = (_name, what) => press(data.ways, what);
      window.kart.mount({ data, parentElement: place, setTriggerValue });
    }
  });
})();
