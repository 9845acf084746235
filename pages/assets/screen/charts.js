// A part of a Plotly chart may be a link (see pages/parts/drawing/charts.py); it is followed as any
// other link of the page.
(() => {
  const follow = (href) => {
    const link = Object.assign(document.createElement("a"), { href });
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
  };

  // Plotly tells its own element what was pressed; the element is there when it is first pointed at.
  document.addEventListener("pointerover", ({ target }) => {
    const chart = target.closest?.(".js-plotly-plot");
    if (!chart?.on || chart.isFollowed) return;
    chart.isFollowed = true;
    chart.on("plotly_click", ({ points: [part] }) => {
      if (String(part?.customdata ?? "").startsWith("/")) follow(part.customdata);
    });
  });
})();
