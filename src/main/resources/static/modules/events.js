/**
 * Reads server-sent events from the body of a reply; EventSource cannot send a question, as it knows only GET.
 *
 * @param {ReadableStream<Uint8Array>} body where it breaks off the events end, unless it was aborted
 * @yields {{event: string, data: string}}
 */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let event = "message";
  let data = [];
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(ended);
      if (done) {
        return;
      }
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines.map((each) => each.replace(/\r$/, ""))) {
        if (line === "") {
          if (data.length > 0) {
            yield { event, data: data.join("\n") };
          }
          event = "message";
          data = [];
          continue;
        }
        const colon = line.indexOf(":");
        const field = colon < 0 ? line : line.slice(0, colon);
        const content = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
        if (field === "event") {
          event = content;
        } else if (field === "data") {
          data.push(content);
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function ended(fault) {
  if (fault.name === "AbortError") {
    throw fault;
  }
  return { done: true };
}
