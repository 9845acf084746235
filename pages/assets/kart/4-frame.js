// The map in its frame: what Python says is shown, on the shapes the browser already has. It is SVG,
// so that every browser draws, prints, enlarges and reads it alike, with or without WebGL. Where
// deck.gl draws the map below, this one rests until it is printed or has the focus of the keyboard.
(() => {
  const { Sheet, Camera, corner, load, features, element, set } = window.kart;
  const mounted = new WeakMap();
  // Kilometres per pixel below which the country's hatching is too sparse to read as hatching.
  const DETAIL = 1;
  // Below so many the country is so small that its points are smaller too.
  const SMALL = 0.35;
  // So many pixels wide is a square of the grid that has room for a name.
  const READABLE = 62;
  const EDGE = 6;

  window.kart.mount = (given) => {
    const place = given.parentElement;
    if (!mounted.has(place)) mounted.set(place, new Frame(place));
    mounted.get(place).show(given);
  };

  const made = (name, parent, tag = "div") => {
    const node = document.createElement(tag);
    node.className = name;
    parent.append(node);
    return node;
  };

  // Extents come with north up.
  const turned = ([west, south, east, north]) => [west, -north, east, -south];

  class Frame {
    constructor(place) {
      this.root = made("kart", place);
      this.sea = made("kartflate", this.root);
      this.svg = element("svg", { role: "listbox", tabindex: 0, class: "hovedkart" }, this.sea);
      this.part = made("innfelt", this.sea);
      this.partSvg = element("svg", { "aria-hidden": true }, this.part);
      this.side = made("kartside", this.root);
      this.buttons = made("kartknapper", this.side);
      this.key = made("kartord", this.side);
      this.bubble = made("kartboble", this.root);
      this.bubble.hidden = true;
      this.help = made("kart-hjelp", this.root, "p");
      this.help.id = "kart-hjelp";
      set(this.svg, "aria-describedby", this.help.id);
      this.camera = new Camera();
      this.sheet = new Sheet(this.svg);
      window.kart.hand(this);
      this.svg.addEventListener("focus", () => this.wake(true));
      this.svg.addEventListener("blur", () => this.wake(false));
      addEventListener("beforeprint", () => this.wake(true));
      addEventListener("afterprint", () => this.wake(false));
      new ResizeObserver(() => this.fit()).observe(this.sea);
    }

    async show({ data, setTriggerValue }) {
      this.choose = (what) => setTriggerValue("klikk", what);
      this.coming = data;
      this.root.classList.toggle("ruter", data.tiles);
      this.hasDeck = !data.tiles && Boolean(document.querySelector(".st-key-dekket"));
      this.root.classList.toggle("hviler", this.hasDeck);
      set(this.svg, "aria-label", data.alt);
      this.help.textContent = data.words.help;
      this.wordKey(data.key);
      this.wordButtons(data.words);
      const stations = data.stations.map(([url]) => features(url));
      const wanted = [features(data.shapes), features(data.borders), features(data.hatching[0])];
      const [shapes, borders, hatching, facts, ...points] = await Promise.all([
        ...wanted, load(data.facts), ...stations,
      ]);
      if (data !== this.coming) return;
      // All at once: meanwhile the frame may be resized, and shows what it has.
      Object.assign(this, { data, shapes, borders, facts });
      if (!data.hatching.includes(this.hatchedBy)) {
        Object.assign(this, { hatching, hatchedBy: data.hatching[0] });
      }
      this.layers = data.stations.map(([, ...drawn], k) => [points[k], ...drawn]);
      this.isDue = true;
      if (!this.rests) this.draw();
      // Drawn, or ready to be.
      this.root.dataset.tegnet = data.digits;
    }

    get rests() {
      return this.hasDeck && !this.isAwake;
    }

    // Everything is at hand, so that what is printed is drawn before the printer has it.
    wake(isAwake) {
      this.isAwake = isAwake;
      if (this.isDue && !this.rests) this.draw();
    }

    draw() {
      this.isDue = false;
      this.sheet.shape(this.shapes, "kart");
      this.makePart(this.data.part);
      this.fit();
      this.paint();
    }

    // The key is written anew only when it says something else, and what had the focus keeps it.
    wordKey(html) {
      if (this.worded === html) return;
      this.worded = html;
      const links = () => [...this.key.querySelectorAll("a")];
      const focused = links().indexOf(document.activeElement);
      this.key.innerHTML = html;
      links()[focused]?.focus({ preventScroll: true });
    }

    wordButtons(words) {
      const actions = { closer: () => 1.6, farther: () => 1 / 1.6, whole: () => 0 };
      const signs = { closer: "+", farther: "−", whole: "⤢" };
      if (!this.buttons.children.length) {
        for (const name of Object.keys(actions)) {
          const button = made("", this.buttons, "button");
          button.type = "button";
          button.textContent = signs[name];
          button.addEventListener("click", () => this.zoom(actions[name]()));
        }
      }
      Object.keys(actions).forEach((name, k) => {
        set(this.buttons.children[k], "aria-label", words[name]);
        set(this.buttons.children[k], "title", words[name]);
      });
    }

    makePart(box) {
      if (JSON.stringify(box) === this.partOf) return;
      this.partOf = JSON.stringify(box);
      this.partSvg.replaceChildren();
      this.partSheet = box && new Sheet(this.partSvg, { box: turned(box) });
      if (!box) return;
      const [west, north, east, south] = turned(box);
      set(this.partSvg, "viewBox", `${west} ${north} ${east - west} ${south - north}`);
    }

    get lit() {
      const outside = this.data.fills.length - 1;
      return this.shapes.filter((each) => +this.data.digits[each.i] !== outside);
    }

    // Fits what is chosen into the frame anew when either is another; else the reader's zoom stays.
    fit() {
      if (!this.shapes || this.isDue || !this.sea.clientWidth) return;
      const size = [this.sea.clientWidth, this.sea.clientHeight];
      const [key, lit] = [this.covered(), this.lit];
      const asked = JSON.stringify([this.data.box, this.data.shapes]);
      const fitted = JSON.stringify([asked, size, key, lit.length]);
      if (fitted === this.fitted) return;
      if (asked === this.asked && this.camera.moved) this.camera.resize(size);
      else {
        const seen = lit.flatMap((each) => each.points);
        this.camera.fit(turned(this.data.box), size, key, seen);
      }
      Object.assign(this, { asked, fitted });
      this.look();
      this.placePart();
    }

    // The rectangle of the map that lies below the key.
    covered() {
      const [sea, side] = [this.sea, this.side].map((node) => node.getBoundingClientRect());
      if (side.top >= sea.bottom || side.left >= sea.right) return null;
      return [side.left - sea.left, side.top - sea.top, side.right - sea.left, side.bottom - sea.top];
    }

    zoom(factor, at) {
      if (!factor) {
        this.camera.moved = false;
        this.fitted = null;
        return this.fit();
      }
      this.camera.zoom(factor, at);
      this.look();
      this.placePart();
    }

    pan(dx, dy) {
      this.camera.pan(dx, dy);
      this.look();
    }

    look() {
      if (this.camera.moved) this.camera.hold(turned(this.data.land));
      if (this.svg.getAttribute("viewBox") === this.camera.viewBox) return;
      set(this.svg, "viewBox", this.camera.viewBox);
      this.sea.classList.toggle("naermere", !this.camera.isWide);
      const [west, , east] = this.shapes[0].extent;
      const readable = this.data.tiles && (east - west) * this.camera.scale >= READABLE;
      this.sheet.name(this.facts, readable);
      this.hatch();
      this.point(null);
    }

    placePart() {
      const land = this.partSheet && this.camera.isWide ? this.shapes.flatMap((s) => s.points) : [];
      const side = land.length ? corner(this.camera, land) : 0;
      this.part.hidden = !side;
      this.part.style.width = this.part.style.height = `${side}px`;
      const [west, north, east, south] = side ? turned(this.data.part) : [0, 0, 0, 0];
      set(this.sheet.utsnitt, "d", side ? `M${west} ${north}H${east}V${south}H${west}Z` : "");
      if (side) this.partSheet.shape(this.shapes);
    }

    // Close up, the hatching is closer too; it is fetched when it is needed.
    async hatch() {
      const url = this.data.hatching[this.camera.scale > DETAIL ? 1 : 0];
      if (this.hatchedBy === url) return;
      this.hatchedBy = url;
      const hatching = await features(url);
      if (this.hatchedBy !== url) return;
      this.hatching = hatching;
      this.paint();
    }

    paint() {
      const { data, hatching, borders } = this;
      for (const [name, colour] of Object.entries(data.palette)) {
        this.root.style.setProperty(`--kart-${name}`, colour);
      }
      const says = (i) => this.tell(i).slice(0, 2).join(". ");
      for (const sheet of [this.sheet, this.partSheet]) {
        if (!sheet?.shapes) continue;
        sheet.paint({ data, hatching, borders, says });
        sheet.dots(this.layers, data.spots, data.pick, this.camera.fitted < SMALL ? 0.6 : 1);
      }
      if (this.told) this.point(...this.told);
    }

    // What is told of a municipality, line by line.
    tell(i) {
      const [name, ...lines] = this.facts[i];
      return [name, `${this.data.subject}: ${this.data.labels[this.data.digits[i]]}`, ...lines];
    }

    // Marks municipality `i` and tells of it at the point `at` of the frame, its middle if none.
    point(i, at) {
      for (const sheet of [this.sheet, this.partSheet]) if (sheet?.shapes) sheet.point(i);
      this.told = i == null ? null : [i, at];
      this.bubble.hidden = i == null;
      if (i == null) return;
      this.showBubble(this.tell(i), at ?? this.camera.at(this.shapes[i].centre));
    }

    showBubble(lines, [x, y]) {
      this.bubble.replaceChildren();
      lines.filter(Boolean).forEach((line, k) => {
        made("", this.bubble, k ? "span" : "b").textContent = line;
      });
      this.bubble.hidden = false;
      const { offsetWidth: wide, offsetHeight: high } = this.bubble;
      const [most, low] = this.camera.size;
      const inside = (value, room) => Math.max(EDGE, Math.min(value, room - EDGE));
      const away = 14;
      // Beside the pointer, not over it, and not over the key: moved along where it would be.
      const key = this.covered();
      const tops = [y - high / 2, key ? key[1] - EDGE - high : 0, key ? key[3] + EDGE : 0];
      const lefts = [x - wide / 2, key ? key[0] - EDGE - wide : 0, key ? key[2] + EDGE : 0];
      const places = [
        ...tops.flatMap((top) => [[x + away, top], [x - away - wide, top]]),
        ...lefts.flatMap((left) => [[left, y - away - high], [left, y + away]]),
      ].map(([left, top]) => [inside(left, most - wide), inside(top, low - high)]);
      const free = ([left, top], over) =>
        !over || left > over[2] || left + wide < over[0] || top > over[3] || top + high < over[1];
      const under = [x - 4, y - 4, x + 4, y + 4];
      const fits = places.find((place) => free(place, under) && free(place, key));
      const [left, top] = fits ?? places.find((place) => free(place, under)) ?? places[0];
      Object.assign(this.bubble.style, { left: `${left}px`, top: `${top}px` });
    }
  }
})();
