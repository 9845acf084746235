// Streamlit reads these when it loads. Without an address it looks for its server below the page's
// own path first, and gets a 404 on every deep link. Without a theme it starts in its own colours,
// white in the dark, and in a font of 170 kB that is then dropped.
(() => {
  const given = document.currentScript.dataset;
  const theme = JSON.parse(given.theme);
  window.__streamlit = {
    BACKEND_BASE_URL: new URL(given.base, location.href).href,
    LIGHT_THEME: theme.light,
    DARK_THEME: theme.dark,
  };
})();

// Streamlit tells the page around it all that happens. There is none (see the content security
// policy), so it would hear itself, some dozen times for every choice.
addEventListener(
  "message",
  (event) => {
    if (event.source === window && event.data?.stCommVersion) event.stopImmediatePropagation();
  },
  true,
);
