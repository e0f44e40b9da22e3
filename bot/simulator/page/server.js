// What the page asks of the simulator.
export class Server {
  constructor(user) {
    this.user = user;
  }

  async call(method, path, body) {
    const reply = await fetch(`/sim/users/${this.user}${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return unpacked(reply);
  }

  introduce(firstName, language) {
    return this.call("PUT", "", { first_name: firstName, language_code: language });
  }

  state(chat) {
    return this.call("GET", `/state${chat ? `?chat=${chat}` : ""}`);
  }

  act(name, body = {}) {
    return this.call("POST", `/${name}`, body);
  }

  async upload(file, chat, caption) {
    const form = new FormData();
    if (chat) form.append("chat", chat);
    if (caption) form.append("caption", caption);
    form.append("file", file);
    return unpacked(await fetch(`/sim/users/${this.user}/file`, { method: "POST", body: form }));
  }

  // Calls `on` for every event after the given one; `lost` and `found` follow the connection.
  listen(after, on, lost, found) {
    const source = new EventSource(`/sim/users/${this.user}/events?after=${after}`);
    let broken = false;
    source.onmessage = (message) => on(JSON.parse(message.data));
    source.onerror = () => {
      broken = true;
      lost();
    };
    source.onopen = () => {
      if (broken) found();
      broken = false;
    };
    return source;
  }
}

async function unpacked(reply) {
  const data = await reply.json();
  if (!reply.ok) throw new Error(data.error ?? reply.statusText);
  return data;
}
