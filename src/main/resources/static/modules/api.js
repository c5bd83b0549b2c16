import { events } from "./events.js";

/** Is what went wrong in a request, as a problem object (RFC 9457) tells it or as near as the browser knows. */
export class Problem extends Error {

  constructor({ status = 0, type = "", title, detail = "", retryAfter = null, body = {} }) {
    super(detail || title);
    this.status = status;
    this.kind = type.split(":").pop();
    this.title = title;
    this.detail = detail;
    /** How many seconds to wait before the next try, or null. */
    this.retryAfter = retryAfter;
    this.body = body;
  }

  static async of(response) {
    let body = {};
    try {
      body = await response.json();
    } catch {
      // A proxy's error page says nothing that the status does not.
    }
    const wait = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    return new Problem({
      status: response.status,
      type: body.type,
      title: body.title ?? `The server refused with the status ${response.status}`,
      detail: body.detail,
      retryAfter: Number.isNaN(wait) ? null : wait,
      body,
    });
  }

  static unreachable() {
    return new Problem({
      type: "unreachable",
      title: "The reading room cannot be reached",
      detail: "Nothing came back from the server. It may have been stopped, or the network is down.",
    });
  }
}

/** Speaks to the answer API. */
export class Api {

  /**
   * @param {URL} base where the server's root is
   * @param {() => string|null} key returns the API key, where one is known
   */
  constructor(base, key = () => null) {
    this.base = base;
    this.key = key;
  }

  async get(path, parameters = {}, signal = undefined) {
    return (await this.fetch("GET", path, { parameters, signal })).json();
  }

  async text(path, parameters = {}) {
    return (await this.fetch("GET", path, { parameters, accept: "*/*" })).text();
  }

  async post(path, body) {
    return (await this.fetch("POST", path, { body })).json();
  }

  /**
   * Sends files; the browser tells how much of them has gone only of this kind of request.
   *
   * @param {(share: number) => void} progress is told, from 0 to 1
   */
  upload(path, files, progress) {
    const form = new FormData();
    files.forEach((file) => form.append("file", file));
    const request = new XMLHttpRequest();
    request.open("POST", new URL(path, this.base));
    Object.entries(this.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    return new Promise((done, fail) => {
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 1);
      request.onerror = () => fail(Problem.unreachable());
      request.onload = async () => {
        const response = new Response(request.responseText, { status: request.status,
          headers: { "Retry-After": request.getResponseHeader("Retry-After") ?? "" } });
        if (response.ok) {
          done(await response.json());
        } else {
          fail(await Problem.of(response));
        }
      };
      request.send(form);
    });
  }

  /** Returns the headers that let a request in. */
  get headers() {
    return this.key() ? { Authorization: `Bearer ${this.key()}` } : {};
  }

  async patch(path, body) {
    return (await this.fetch("PATCH", path, { body })).json();
  }

  async delete(path) {
    await this.fetch("DELETE", path, {});
  }

  /**
   * Asks, and hands over what happens on the way.
   *
   * @param {object} question as POST /api/v1/answers takes it
   * @param {(event: string, data: object) => void} hear is told of retrieval, delta, citation and claim
   * @returns {Promise<object>} the whole answer
   * @throws {Problem} also where the answer fails half-way
   */
  async ask(question, hear, signal) {
    const response = await this.fetch("POST", "api/v1/answers",
      { body: question, accept: "text/event-stream", signal });
    for await (const { event, data } of events(response.body)) {
      const content = JSON.parse(data);
      if (event === "error") {
        throw new Problem({ ...content, body: content });
      }
      if (event === "answer") {
        return content;
      }
      hear(event, content);
    }
    throw new Problem({ type: "broken-off", title: "The answer broke off",
      detail: "The connection closed before the whole answer had come." });
  }

  async fetch(method, path, { parameters = {}, body, accept = "application/json", signal }) {
    const url = new URL(path, this.base);
    Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "")
      .forEach(([name, value]) => url.searchParams.set(name, value));
    const headers = { Accept: accept, ...this.headers };
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    let response;
    try {
      response = await fetch(url, { method, headers, signal, body: body && JSON.stringify(body) });
    } catch (fault) {
      throw fault.name === "AbortError" ? fault : Problem.unreachable();
    }
    if (!response.ok) {
      throw await Problem.of(response);
    }
    return response;
  }
}
