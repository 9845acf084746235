// What a reader takes along from a page: links, long and short, and the button that shows filters.
(() => {
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
    const { lenke, feilet, kortlenke } = button.dataset;
    const { nokkel } = document.querySelector("[data-nokkel]").dataset;
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
