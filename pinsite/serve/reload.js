// Added by `pinsite serve` on the way out: reloads the page when it has changed, and tells of problems.
(() => {
  "use strict";
  const { follow, mark } = document.currentScript.dataset;
  let source = null;
  let bar = null;

  const part = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  // The live region is there, and empty, before anything is said in it: only then is it read out.
  const place = () => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/-pinsite/preview.css";
    document.head.append(sheet);
    bar = document.createElement("div");
    bar.id = "pinsite-bar";
    bar.setAttribute("role", "status");
    document.body.append(bar);
  };

  const show = (summary, text) => {
    if (!bar) place();
    const isOpen = bar.querySelector("details")?.open || false;
    bar.replaceChildren();
    bar.classList.toggle("pinsite-says", Boolean(summary));
    document.body.style.paddingBlockEnd = summary ? "4rem" : "";
    if (!summary) return;
    const details = document.createElement("details");
    details.append(part("summary", summary), part("pre", text));
    // Whoever reads a problem goes on reading while the next build tells of it again.
    details.open = isOpen;
    const link = part("a", "All problems");
    link.href = "/-pinsite/problems";
    bar.append(details, link);
  };

  const hear = (event) => {
    const now = JSON.parse(event.data);
    if (now[follow] && now[follow] !== mark) {
      location.reload();
    } else if (follow === "pages" && mark) {
      show(now.summary, now.text);
    }
  };

  // A browser opens six connections to a host: tabs that nobody looks at give theirs back.
  const listen = () => {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/-pinsite/events");
      source.addEventListener("state", hear);
    }
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  if (follow === "pages" && mark) place();
  listen();
})();
