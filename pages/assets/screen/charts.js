// A chart is a place in the document that Plotly draws in (see pages/parts/drawing/charts.py). Plotly
// is fetched where a page has a chart, and draws what the reader is near or prints, once the words
// and the map have been seen.
(() => {
  const CONFIG = { displayModeBar: false, scrollZoom: false };

  let plotly;
  const library = (address) =>
    (plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      // Without it the numbers stand in the table, and the next change tries again.
      script.onload = script.onerror = () => {
        if (window.Plotly) return resolve(window.Plotly);
        plotly = undefined;
        reject(new Error(address));
      };
      document.head.append(script);
    }));

  // Followed as any other link of the page.
  const follow = (href) => {
    const link = Object.assign(document.createElement("a"), { href, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
  };

  const resized = new ResizeObserver((changes) => {
    for (const { target, contentRect } of changes) {
      // What is taken away has no width, and nothing to be drawn in.
      if (contentRect.width) window.Plotly.Plots.resize(target.firstElementChild);
    }
  });

  const draw = async (place) => {
    const { figur, plotly: address } = place.dataset;
    if (place.drawn === figur) return;
    const Plotly = await library(address);
    // Meanwhile the place may have been told of another figure, or been drawn or taken away.
    if (place.drawn === figur || place.dataset.figur !== figur || !place.isConnected) return;
    const isFirst = !place.firstElementChild;
    const chart = place.firstElementChild ?? place.appendChild(document.createElement("div"));
    place.drawn = figur;
    const { data, layout } = JSON.parse(figur);
    Plotly.react(chart, data, layout, CONFIG);
    if (!isFirst) return;
    chart.on("plotly_click", ({ points: [part] }) => {
      if (String(part?.customdata ?? "").startsWith("/")) follow(part.customdata);
    });
    resized.observe(place);
  };

  const places = () => document.querySelectorAll(".diagram");
  const drawQuietly = (place) => draw(place).catch(() => {});
  const near = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        target.isNear = isIntersecting;
        if (isIntersecting) drawQuietly(target);
      }
    },
    { rootMargin: "50%" },
  );

  document.addEventListener("patched", () => {
    // After the next frame, which shows what was patched.
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const place of places()) {
          near.observe(place);
          if (place.isNear) drawQuietly(place);
          // What is printed must be at hand when it is.
          else library(place.dataset.plotly).catch(() => {});
        }
      }),
    );
  });

  const drawAll = () => places().forEach(drawQuietly);
  addEventListener("beforeprint", drawAll);
  matchMedia("print").addEventListener("change", drawAll);
})();
