// What a hand does on the map: points, presses, drags and pinches, or moves by the arrow keys.
(() => {
  // How far a press may slide and still be a press, in pixels.
  const SLIDE = 5;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  window.kart.hand = (frame) => {
    const { sea, svg, root } = frame;
    const down = new Map();
    let slid = false;
    let active = null;

    const where = ({ clientX, clientY }) => {
      const box = sea.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };

    const hit = (target) => {
      const node = target.closest?.("[data-i], [data-id]");
      return node && root.contains(node) ? node.dataset : null;
    };

    const isLit = (i) => frame.lit.some((each) => each.i === i);

    const tell = (event) => {
      const found = hit(event.target);
      svg.classList.toggle("kan-velges", Boolean(found && (found.id || isLit(+found.i))));
      if (!found) return frame.point(null);
      if (found.i) return frame.point(+found.i, where(event));
      const station = frame.layers.flatMap(([shapes]) => shapes).find((each) => each.id === found.id);
      frame.point(null);
      frame.showBubble([station.navn, station.avstand, station.sted, station.naermest], where(event));
    };

    sea.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      down.set(event.pointerId, where(event));
      slid = down.size > 1;
    });

    sea.addEventListener("pointermove", (event) => {
      const before = down.get(event.pointerId);
      if (!before) return event.pointerType === "touch" || tell(event);
      const now = where(event);
      const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
      if (!slid && Math.hypot(dx, dy) < SLIDE) return;
      // One finger scrolls the page until the map is nearer than the frame.
      if (event.pointerType === "touch" && down.size === 1 && frame.camera.isWide) return;
      if (!slid || !sea.hasPointerCapture(event.pointerId)) sea.setPointerCapture(event.pointerId);
      slid = true;
      frame.point(null);
      if (down.size === 1) frame.pan(dx, dy);
      else {
        const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
        const apart = (at) => Math.hypot(at[0] - other[0], at[1] - other[1]);
        frame.zoom(apart(now) / Math.max(apart(before), 1), other);
      }
      down.set(event.pointerId, now);
    });

    for (const ended of ["pointerup", "pointercancel"]) {
      sea.addEventListener(ended, (event) => down.delete(event.pointerId));
    }

    sea.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") frame.point(null);
    });

    // However long the button is held: it is a press until it slides.
    sea.addEventListener("click", (event) => {
      if (slid) return (slid = false);
      const found = hit(event.target);
      if (event.pointerType === "touch") tell(event);
      if (found?.id) frame.choose(`id:${found.id}`);
      else if (found && isLit(+found.i)) {
        active = +found.i;
        frame.choose(`nr:${found.nr}`);
      }
    });

    sea.addEventListener(
      "wheel",
      (event) => {
        const closer = event.deltaY < 0;
        // Away from a map that is whole already, the page scrolls on.
        if (!closer && frame.camera.scale <= frame.camera.fitted) return;
        event.preventDefault();
        frame.zoom(2 ** (-event.deltaY / 300), where(event));
      },
      { passive: false },
    );

    // To the nearest municipality in the direction of the arrow, rather straight ahead than aside.
    const beside = ([dx, dy]) => {
      const lit = frame.lit;
      const chosen = lit.find((each) => frame.data.outlined.includes(each.i));
      const start = lit.find((each) => each.i === active);
      if (!start) return chosen ?? middle(lit);
      const [x, y] = start.centre;
      let best = start;
      let least = Infinity;
      for (const each of lit) {
        const [ex, ey] = [each.centre[0] - x, each.centre[1] - y];
        const ahead = ex * dx + ey * dy;
        const aside = Math.abs(ex * dy) + Math.abs(ey * dx);
        const far = ahead + 2 * aside;
        if (ahead > 0 && far < least) [best, least] = [each, far];
      }
      return best;
    };

    const middle = (lit) => {
      const [x, y] = frame.camera.size.map((side) => side / 2);
      const far = ({ centre }) => Math.hypot(...frame.camera.at(centre).map((at, k) => at - [x, y][k]));
      return lit.reduce((a, b) => (far(b) < far(a) ? b : a), lit[0]);
    };

    const go = (shape) => {
      if (!shape) return;
      active = shape.i;
      const [x, y] = frame.camera.at(shape.centre);
      const [wide, high] = frame.camera.size;
      const out = (at, room) => (at < 0 ? -at + 40 : at > room ? room - at - 40 : 0);
      if (out(x, wide) || out(y, high)) frame.pan(out(x, wide), out(y, high));
      svg.setAttribute("aria-activedescendant", `kart-${shape.nr}`);
      frame.point(active);
    };

    svg.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !frame.shapes) return;
      const does = {
        Enter: () => active != null && isLit(active) && frame.choose(`nr:${frame.shapes[active].nr}`),
        " ": () => does.Enter(),
        "+": () => frame.zoom(1.6),
        "-": () => frame.zoom(1 / 1.6),
        0: () => frame.zoom(0),
        Escape: () => frame.point(null),
      };
      if (ARROWS[event.key]) go(beside(ARROWS[event.key]));
      else if (does[event.key]) does[event.key]();
      else return;
      event.preventDefault();
    });

    svg.addEventListener("blur", () => frame.point(null));
  };
})();
