// Which part of the map a frame shows: one fit for every frame and every extent, and from there the
// reader's own zoom, which stays until something else is to be seen.
(() => {
  // The share of the frame that what is shown may fill, and between it and what lies over the map.
  const FILL = 1 / 1.06;
  const GAP = 8;
  // Where what is shown may stand in a frame with room to spare, the middle first, and how much
  // smaller it is tried when it stands free in none of these.
  const PLACES = [0.5, 0, 1].flatMap((x) => [0.5, 0, 1].map((y) => [x, y]));
  const SMALLER = 0.95;
  const TURNS = 40;
  const CLOSEST = 40;
  // The part of the country that is enlarged beside it, at most and at least so many pixels wide.
  const PART = { most: 230, share: 0.36, least: 76, step: 6 };

  class Camera {
    constructor() {
      this.moved = false;
    }

    // Shows `box` in a frame of `size` pixels as large as it can be without a point of `seen` below
    // `key`, the rectangle that lies over the map, if any.
    fit(box, size, key, seen) {
      this.size = size;
      const [wide, high] = [box[2] - box[0], box[3] - box[1]];
      let scale = FILL * Math.min(size[0] / wide, size[1] / high);
      let found = this.placed(box, scale, PLACES[0]);
      for (let turn = 0; key && covers(seen, found, key) && turn < TURNS; turn++) {
        const places = PLACES.map((place) => this.placed(box, scale, place));
        found = places.find((each) => !covers(seen, each, key)) ?? found;
        scale *= SMALLER;
      }
      Object.assign(this, found, { fitted: found.scale, moved: false });
    }

    // Gives the upper left corner that shows `box` at `scale` pixels per kilometre, at a share of
    // what is left of the frame's width and height.
    placed([west, north, east, south], scale, shares) {
      const [left, top] = [east - west, south - north].map((side, axis) => {
        const edge = (this.size[axis] * (1 - FILL)) / 2;
        return edge + shares[axis] * (this.size[axis] - 2 * edge - side * scale);
      });
      return { x: west - left / scale, y: north - top / scale, scale };
    }

    // The frame has another size: what was in the middle stays there.
    resize(size) {
      this.x += (this.size[0] - size[0]) / 2 / this.scale;
      this.y += (this.size[1] - size[1]) / 2 / this.scale;
      this.size = size;
    }

    zoom(factor, [px, py] = this.size.map((side) => side / 2)) {
      const scale = Math.min(Math.max(this.scale * factor, this.fitted), this.fitted * CLOSEST);
      this.x += px / this.scale - px / scale;
      this.y += py / this.scale - py / scale;
      this.scale = scale;
      this.moved = true;
    }

    pan(dx, dy) {
      this.x -= dx / this.scale;
      this.y -= dy / this.scale;
      this.moved = true;
    }

    // Never so far that nothing of `land` is left in the frame.
    hold([west, north, east, south]) {
      const [wide, high] = this.size.map((side) => side / 2 / this.scale);
      this.x = Math.min(Math.max(this.x + wide, west), east) - wide;
      this.y = Math.min(Math.max(this.y + high, north), south) - high;
    }

    at([x, y]) {
      return [(x - this.x) * this.scale, (y - this.y) * this.scale];
    }

    get viewBox() {
      const [wide, high] = this.size.map((side) => side / this.scale);
      return `${this.x} ${this.y} ${wide} ${high}`;
    }

    get isWide() {
      return !this.moved || this.scale < this.fitted * 1.2;
    }
  }

  const covers = (points, { x, y, scale }, [left, top, right, bottom]) => {
    const west = x + (left - GAP) / scale;
    const east = x + (right + GAP) / scale;
    const north = y + (top - GAP) / scale;
    const south = y + (bottom + GAP) / scale;
    return points.some(([px, py]) => px > west && px < east && py > north && py < south);
  };

  // Gives the side of the largest square in the frame's upper left corner that hides no land; 0
  // where there is room for none that helps.
  const corner = (camera, land) => {
    const [wide, high] = camera.size;
    let side = Math.min(PART.most, wide * PART.share, high * PART.share);
    while (side >= PART.least && covers(land, camera, [0, 0, side + GAP, side + GAP])) side -= PART.step;
    return side >= PART.least ? Math.floor(side) : 0;
  };

  Object.assign(window.kart, { Camera, corner });
})();
