// The map's shapes: fetched once by an address that never changes its content, kept as ready path
// data for every map of the visit, and painted by one digit per municipality.
window.kart = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const fetched = new Map();

  const load = (url) => {
    if (!fetched.has(url)) {
      const asked = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        return answer.json();
      });
      // What could not be had is asked for again the next time.
      asked.catch(() => fetched.delete(url));
      fetched.set(url, asked);
    }
    return fetched.get(url);
  };

  const parsed = new Map();
  const features = (url) => {
    if (!parsed.has(url)) {
      parsed.set(url, load(url).then((found) => found.features.map(feature)));
      parsed.get(url).catch(() => parsed.delete(url));
    }
    return parsed.get(url);
  };

  // A feature as path data and as points, north up: y is turned here and nowhere else.
  const feature = ({ properties, geometry: { type, coordinates } }) => {
    const lines = {
      Point: () => [[coordinates]],
      LineString: () => [coordinates],
      MultiLineString: () => coordinates,
      Polygon: () => coordinates,
      MultiPolygon: () => coordinates.flat(),
    }[type]();
    const end = type.endsWith("Polygon") ? "Z" : type === "Point" ? "h0" : "";
    const path = lines.map((line) => `M${line.map(([x, y]) => `${x} ${-y}`).join("L")}${end}`);
    const extents = lines.map(extent);
    const largest = extents.reduce((a, b) => (area(b) > area(a) ? b : a));
    return {
      ...properties,
      path: path.join(""),
      points: lines.flat().map(([x, y]) => [x, -y]),
      extent: extents.reduce((a, b) => [
        Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3]),
      ]),
      centre: [(largest[0] + largest[2]) / 2, (largest[1] + largest[3]) / 2],
    };
  };

  const extent = (line) => {
    const xs = line.map(([x]) => x);
    const ys = line.map(([, y]) => -y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };

  const area = ([west, north, east, south]) => (east - west) * (south - north);
  const meet = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

  const element = (tag, attributes, parent) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    parent?.append(made);
    return made;
  };

  // Sets only what is new, since every attribute that is set is painted again.
  const set = (node, name, value) => {
    if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  };

  // One drawing of the map in an <svg>; the map has two, the other a part of it enlarged.
  class Sheet {
    constructor(svg, { box = null } = {}) {
      this.box = box;
      this.paths = [];
      this.areas = element("g", { class: "flater", role: "none" }, svg);
      const over = (name) => element("path", { class: name, "aria-hidden": true }, svg);
      for (const name of ["blanke", "skravur", "grenser", "utsnitt"]) this[name] = over(name);
      this.stations = element("g", { class: "steder", "aria-hidden": true }, svg);
      for (const name of ["rundt", "valgte", "pekt"]) this[name] = over(name);
      this.names = element("g", { class: "navn", "aria-hidden": true }, svg);
      this.spots = element("g", { class: "punkter", "aria-hidden": true }, svg);
    }

    // Shows `shapes`; those outside the box of a part are left out.
    shape(shapes, name) {
      if (this.shapes === shapes) return;
      this.shapes = shapes;
      this.areas.replaceChildren();
      this.paths = shapes.map((each) => {
        if (this.box && !meet(each.extent, this.box)) return null;
        const about = { d: each.path, "data-i": each.i, "data-nr": each.nr };
        const known = name ? { id: `${name}-${each.nr}`, role: "option" } : {};
        return element("path", { ...about, ...known }, this.areas);
      });
    }

    paint({ data, hatching, borders, says }) {
      const { digits, fills, blank, hatched, outlined } = data;
      const outside = fills.length - 1;
      this.paths.forEach((path, i) => {
        if (!path) return;
        set(path, "fill", fills[digits[i]]);
        if (path.role !== "option") return;
        set(path, "aria-label", says(i));
        set(path, "aria-selected", outlined.includes(i));
        if (+digits[i] === outside) set(path, "aria-disabled", true);
        else path.removeAttribute("aria-disabled");
      });
      const joined = (shapes, wanted) =>
        shapes.filter((each, i) => this.paths[i] && wanted(i)).map((each) => each.path).join("");
      set(this.blanke, "d", joined(this.shapes, (i) => +blank[digits[i]]));
      set(this.skravur, "d", joined(hatching, (i) => +hatched[digits[i]]));
      set(this.grenser, "d", borders.map((each) => each.path).join(""));
      const rings = joined(this.shapes, (i) => outlined.includes(i));
      set(this.rundt, "d", rings);
      set(this.valgte, "d", rings);
    }

    // Points keep their size in pixels at every zoom, `share` of the full one: each is a line
    // without length, and its ring a wider one below.
    dots(layers, spots, pick, share) {
      const drawn = [layers.map(([shapes, ...ink]) => [shapes.length, ink]), spots, pick, share];
      if (this.drawn === JSON.stringify(drawn)) return;
      this.drawn = JSON.stringify(drawn);
      this.stations.replaceChildren();
      for (const [shapes, fill, line, radius, ring] of layers) {
        const whole = shapes.map((each) => each.path).join("");
        for (const [stroke, size] of [[line, radius + ring], [fill, radius]]) {
          const inked = { d: whole, stroke, "stroke-width": 2 * share * size };
          element("path", inked, this.stations);
        }
        if (!pick) continue;
        for (const each of shapes) {
          element("path", { class: "sted", d: each.path, "data-id": each.id }, this.stations);
        }
      }
      this.spots.replaceChildren();
      for (const [x, y, fill, line, radius] of spots) {
        const d = `M${x} ${-y}h0`;
        for (const [stroke, size] of [[line, radius + 1], [fill, radius - 1]]) {
          element("path", { d, stroke, "stroke-width": 2 * share * size }, this.spots);
        }
      }
    }

    // Writes the names in the squares of the grid, where there is room to read them.
    name(facts, readable) {
      if (Boolean(this.names.childNodes.length) === readable) return;
      this.names.replaceChildren();
      if (!readable) return;
      for (const { i, extent: [west, north, east] } of this.shapes) {
        const [called] = facts[i];
        const size = Math.min(0.15, 1.6 / called.length) * (east - west);
        const at = { x: (west + east) / 2, y: north + 1.5 * size, "font-size": size };
        element("text", at, this.names).textContent = called;
      }
    }

    point(i) {
      set(this.pekt, "d", i == null || !this.paths[i] ? "" : this.shapes[i].path);
    }
  }

  return { Sheet, load, features, element, set, meet };
})();
