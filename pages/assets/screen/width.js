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
