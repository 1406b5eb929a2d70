// A board as a picture: drawn anew on a canvas, 10 pixels a millimetre, and saved as PNG.
(() => {
  'use strict';
  const { boards, shelves } = window.pinsite || {};
  if (!boards) return;
  const SCALE = 10;

  function loaded(src) {
    const image = new Image();
    image.src = src;
    return image.decode().then(() => image);
  }

  function pin(context, { x, y, turn, look }, image) {
    const { width, height, box: [left, top, across, down], path, metal: [wide, high] } = look;
    const outline = new Path2D();
    const shape = path ? new Path2D(path) : new Path2D();
    if (!path) shape.rect(left, top, across, down);
    outline.addPath(shape);
    context.save();
    context.translate(x * SCALE, y * SCALE);
    context.rotate(turn * Math.PI / 180);
    context.scale(wide * SCALE / across, high * SCALE / down);
    context.translate(-left - across / 2, -top - down / 2);
    context.save();
    Object.assign(context, { shadowColor: 'rgb(0 0 0 / .45)', shadowBlur: 14, shadowOffsetX: 4, shadowOffsetY: 7, fillStyle: '#555' });
    context.fill(outline);
    context.restore();
    context.clip(outline);
    context.drawImage(image, 0, 0, width, height);
    context.restore();
  }

  // Throws where the browser does not let the pictures be read, as for pages opened as files.
  window.pinsite.boardPicture = async (ground, backdrop, pins) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: boards.WIDE * SCALE, height: boards.HIGH * SCALE });
    const context = canvas.getContext('2d');
    context.drawImage(await loaded(backdrop.src), 0, 0, canvas.width, canvas.height);
    const images = await Promise.all(pins.map(({ look }) => (look.src ? loaded(shelves.source(look.src)) : null)));
    pins.forEach((one, at) => { if (images[at]) pin(context, one, images[at]); });
    const blob = await new Promise((done, fail) => { canvas.toBlob((made) => (made ? done(made) : fail(new Error('no picture'))), 'image/png'); });
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: `board-${ground}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
