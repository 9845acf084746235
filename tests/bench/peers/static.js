// The same slice without a server: the browser has it all, and draws what is chosen.
(async () => {
  const slice = await (await fetch("slice.json")).json();
  const choices = document.querySelector("#valg");
  const bars = document.querySelector("#stolper");
  for (const name of Object.keys(slice)) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "valg" });
    input.value = name;
    label.append(input, name);
    choices.append(label);
  }
  choices.addEventListener("change", ({ target }) => {
    const { tekst, stolper } = slice[target.value];
    document.querySelector(".funn p").textContent = tekst;
    bars.replaceChildren(
      ...stolper.map(([name, n]) => {
        const row = document.createElement("li");
        const bar = document.createElement("span");
        bar.style.width = `${n}px`;
        row.append(name, bar);
        return row;
      }),
    );
  });
})();
