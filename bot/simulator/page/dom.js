// Building nodes. Text always becomes a text node: nothing that people or bots write is ever read as HTML.
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const PATHS = {
  send: ["M3.4 20.4 21 12 3.4 3.6 3.4 10.2 15 12 3.4 13.8z", true],
  clip: ["M20.5 11.5 12 20a5.5 5.5 0 0 1-7.8-7.8l8.6-8.6a3.7 3.7 0 0 1 5.2 5.2l-8.5 8.5a1.8 1.8 0 0 1-2.6-2.6l7.8-7.8"],
  menu: ["M4 7h16M4 12h16M4 17h16"],
  dots: ["M12 5.2v.1M12 12v.1M12 18.8v.1"],
  down: ["M6 9.5l6 6 6-6"],
  link: ["M7 17 17 7M9 7h8v8"],
  copy: ["M9 9h11v11H9zM5 15H4V4h11v1"],
  share: ["M14 5l6 6-6 6M20 11h-9a7 7 0 0 0-7 7"],
  reply: ["M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7"],
  people: ["M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.5 3-6 6.5-6s6.5 2.5 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.6c2.1.9 3.5 2.9 3.5 5.4"],
  moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"],
  sun: ["M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"],
  close: ["M6 6l12 12M18 6 6 18"],
  smile: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14c1.6 2.4 5.4 2.4 7 0M9 9.5v.1M15 9.5v.1"],
};

export function icon(name) {
  const [path, filled] = PATHS[name];
  const svg = svgNode("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  const paint = filled
    ? { fill: "currentColor" }
    : { fill: "none", stroke: "currentColor", "stroke-width": name === "dots" ? 3 : 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
  svg.append(svgNode("path", { d: path, ...paint }));
  return svg;
}

export function checks() {
  const svg = svgNode("svg", { viewBox: "0 0 17 11", "aria-hidden": "true" });
  const paint = { fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" };
  svg.append(svgNode("path", { d: "M1 6l3 3.6L10.6 1.6M7.4 9.4l.3.3L14.6 1.6", ...paint }));
  return svg;
}

function svgNode(tag, properties) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) node.setAttribute(name, value);
  return node;
}

export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("") || "?";
}
