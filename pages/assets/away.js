// While the server is away the page keeps what it has and says so in one line. When the server is
// back it may know nothing of this page, nor of a link that was followed meanwhile: the page then
// shows what its address says.
(() => {
  const PATIENCE = 1500;
  const CHECKED = 15_000;
  let connected = false, away, until = 0, asked = "";

  const header = () => document.querySelector(".topp");
  const here = () => location.pathname + location.search;
  const drawn = () => header()?.querySelector("nav [aria-current]")?.getAttribute("href");

  const tell = () => {
    if (document.querySelector(".borte")) return;
    const line = document.createElement("p");
    line.className = "borte";
    line.setAttribute("role", "status");
    line.textContent = header()?.dataset.borte ?? "";
    document.body.append(line);
  };

  new MutationObserver(() => {
    const app = document.querySelector(".stApp");
    if (!app) return;
    if (app.dataset.testConnectionState !== "CONNECTED") {
      if (connected) away ??= setTimeout(tell, PATIENCE);
      connected = false;
      return;
    }
    connected = true;
    if (away) {
      clearTimeout(away);
      away = undefined;
      document.querySelector(".borte")?.remove();
      until = performance.now() + CHECKED;
      asked = "";
    }
    if (performance.now() > until || app.dataset.testScriptState !== "notRunning") return;
    if (drawn() === here() || asked === here()) return;
    asked = here();
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
})();
