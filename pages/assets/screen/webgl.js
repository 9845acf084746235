// Who draws the map is known before the first run, as the width is: deck.gl where WebGL is drawn by
// a graphics card; SVG where a program would draw it, many times slower, or nobody. It is found out
// once for as long as the browser is open.
window.mapBy = (canvas) => {
  const gl = canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl) return "svg";
  const told = gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
  const renderer = gl.getParameter(told ?? gl.RENDERER);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  const isProgram = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i.test(renderer);
  return isProgram ? "svg" : "webgl";
};
if (!/(^|; )kart=/.test(document.cookie)) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const by = window.mapBy(document.createElement("canvas"));
  document.cookie = `kart=${by}; path=/; SameSite=Strict${secure}`;
}
