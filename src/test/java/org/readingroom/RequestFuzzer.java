package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.readingroom.FuzzedRequest.Outcome.ACCEPTED;
import static org.readingroom.FuzzedRequest.Outcome.EITHER;
import static org.readingroom.FuzzedRequest.Outcome.REFUSED;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.FuzzedRequest.Outcome;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests to one operation from what an OpenAPI document says of it, such as it allows and such as not. */
final class RequestFuzzer {

  /** Writes half a surrogate pair as an escape, which has no form in UTF-8. */
  private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII)
      .build();
  private static final int ODD_REQUESTS = 20;
  private static final List<String> ODD_IDS = List.of("0", "-1", "%20", "%00", "%0a", "..", ".", "../x",
      "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e", "..\\..\\x", "%5c", ";x=1", "x;y=z", "%",
      "%zz",
      "%ff", "%c0%ae", "%ED%A0%80", "%F0%9F%92%A9", "💩", "\u0001", "9".repeat(40), "x".repeat(6_000), "{}",
      "*", "'%20OR%20'1'='1", "%3Cscript%3E", "null", "x/y", "//", "x%2Fy", "7.json", "7%20", "+7", "٧",
      "[]");
  private static final List<String> ODD_QUERIES = List.of("%zz", "%", "&&&=&=", "q=%ff", "q=%00", "k=%E2%82",
      "=" + "x".repeat(3_000), "💩=💩", "q[]=1&q[a]=2", "unknown=1", "k", "x=1;y=2", "{}", "a=b=c");
  private static final List<String> ODD_ACCEPTS = List.of("", "*/*;q=0", "text/html", "garbage", ";;;",
      "*/json",
      "application/json;q=2", "application/json;charset=nonsense", "application/*",
      "x/y,".repeat(500) + "a/b",
      "💩", "application/problem+json");
  private static final List<String> WRONG_TYPES = List.of("text/plain", "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x", "application/xml", "a/b/c", "garbage",
      "application/json;charset=nonsense",
      "application/octet-stream");

  /** Stands in a path where the id of something that is there belongs. */
  static final String ID = "{id}";

  private final String method;
  private final String path;
  private final JsonNode operation;
  private final SchemaValues values;

  RequestFuzzer(String method, String path, JsonNode operation, SchemaValues values) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.path = path;
    this.operation = operation;
    this.values = values;
  }

  /** Returns the request with all that it may have, as the document has it. */
  FuzzedRequest plain() {
    return takesFiles()
        ? form("plain", SampleFiles.form(Map.of("a.txt", "The bell rang at noon.".getBytes(UTF_8)), "x"),
            ACCEPTED)
        : request("plain", query(true), body().isMissingNode() ? null : values.plain(body()), ACCEPTED);
  }

  /** Returns the request with no more than it must have. */
  private FuzzedRequest least() {
    if (takesFiles()) {
      return form("the least", SampleFiles.form(Map.of("", new byte[0], "b", new byte[0]), "x"), ACCEPTED);
    }
    JsonNode body = body().isMissingNode() ? null : values.plain(body()).deepCopy();
    if (body instanceof ObjectNode object) {
      List<String> required = values.resolved(body()).path("required").valueStream()
          .map(JsonNode::stringValue)
          .toList();
      object.retain(required);
    }
    return request("the least", query(false), body, ACCEPTED);
  }

  /** Returns all requests. */
  List<FuzzedRequest> all() {
    List<FuzzedRequest> all = new ArrayList<>(List.of(plain(), least()));
    all.addAll(paths());
    all.addAll(queries());
    if (!body().isMissingNode()) {
      all.addAll(bodies());
    }
    if (takesFiles()) {
      all.addAll(forms());
    }
    replyTypes().forEach(type -> all.add(plain().with("a type", "Accept: " + type, ACCEPTED)));
    ODD_ACCEPTS.forEach(accept -> all.add(plain().with("a type that is none", "Accept: " + accept, EITHER)));
    for (String header : List.of("Range: bytes=0-1", "If-None-Match: *", "X-Request-Id: \u0001",
        "Content-Encoding: gzip", "Expect: 100-continue", "Origin: null", "Cookie: " + "x".repeat(3_000),
        "X-Forwarded-For: '", "Authorization: Bearer " + "x".repeat(2_000), "Big: " + "x".repeat(10_000),
        "No colon", ": no name", "Upgrade: h2c", "X-HTTP-Method-Override: DELETE")) {
      all.add(plain().with("a header", header.contains(":") ? header : header + ":", EITHER));
    }
    return all;
  }

  private List<FuzzedRequest> paths() {
    return path.contains(ID)
        ? ODD_IDS.stream().map(odd -> plain().to("an id", plain().target().replace(ID, odd), REFUSED))
            .toList()
        : List.of();
  }

  private List<FuzzedRequest> queries() {
    List<FuzzedRequest> all = new ArrayList<>();
    String target = plain().target();
    String joint = target.contains("?") ? "&" : "?";
    ODD_QUERIES.forEach(odd -> all.add(plain().to("a query", target + joint + odd, EITHER)));
    for (JsonNode parameter : parameters()) {
      String name = parameter.path("name").stringValue();
      JsonNode schema = parameter.path("schema");
      for (String text : SchemaValues.ODD_TEXTS) {
        all.add(request("an odd " + name, replaced(name, encoded(text)), plainBody(), EITHER));
      }
      all.add(request(name + " twice", query(true) + "&" + name + "=" + plainValue(parameter), plainBody(),
          EITHER));
      forbiddenValues(schema).forEach(text -> all
          .add(request("a forbidden " + name, replaced(name, encoded(text)), plainBody(), REFUSED)));
      if (parameter.path("required").booleanValue()) {
        all.add(request("no " + name, "", plainBody(), REFUSED));
      }
    }
    return all;
  }

  private List<String> forbiddenValues(JsonNode schema) {
    boolean isNumber = SchemaValues.types(schema).contains("integer");
    return Stream.concat(values.forbiddenTexts(schema).stream(),
        isNumber ? Stream.of("abc", "1.5", "1e1", "9".repeat(400), "1,2") : Stream.of()).toList();
  }

  private List<FuzzedRequest> bodies() {
    FuzzedRequest plain = plain();
    String json = new String(plain.body(), UTF_8);
    String open = json.substring(0, json.lastIndexOf('}')) + ",\"unknown\":";
    List<FuzzedRequest> all = new ArrayList<>();
    for (int i = 0; i < ODD_REQUESTS; i++) {
      all.add(request("an odd body", query(true), values.odd(body()), EITHER));
    }
    values.forbidden(body())
        .forEach(value -> all.add(request("a forbidden body", query(true), value, REFUSED)));
    for (String text : List.of("", " ", "{", "}", json + json, json.substring(1), json.replace('"', '\''),
        json.replace(':', '='), "[" + json + "]", "NaN", "// x\n" + json, "\u0000", "[".repeat(30_000),
        "{\"a\":".repeat(10_000), json.replace("{", "{,"))) {
      all.add(plain.with("no JSON", text.getBytes(UTF_8), text.equals(json + json) ? EITHER : REFUSED));
    }
    all.add(plain.with("bad UTF-8", json.replaceFirst("[a-z]", "\u00ff").getBytes(
        java.nio.charset.StandardCharsets.ISO_8859_1), REFUSED));
    all.add(plain.with("too long", (open + "\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8), REFUSED));
    all.add(plain.with("an unknown field", (open + "{\"x\":[1,null]}}").getBytes(UTF_8), ACCEPTED));
    all.add(
        plain.with("deep", (open + "[".repeat(20_000) + "]".repeat(20_000) + "}").getBytes(UTF_8), EITHER));
    all.add(plain.with("a long number", (open + "9".repeat(50_000) + "}").getBytes(UTF_8), EITHER));
    all.add(plain.with("a huge number", (open + "1e999999999}").getBytes(UTF_8), EITHER));
    all.add(plain.with("UTF-16", json.getBytes(UTF_16), EITHER));
    all.add(
        plain.with("one field twice", (json.replaceFirst("\\{", json.substring(0, json.length() - 1) + ","))
            .getBytes(UTF_8), EITHER));
    WRONG_TYPES.forEach(type -> all.add(plain.with("a wrong type", "Content-Type: " + type, REFUSED)));
    all.add(new FuzzedRequest("no type", method, plain.target(), List.of(), plain.body(), REFUSED));
    return all;
  }

  private boolean takesFiles() {
    return operation.at("/requestBody/content").has("multipart/form-data");
  }

  private List<FuzzedRequest> forms() {
    FuzzedRequest plain = plain();
    String whole = new String(plain.body(), UTF_8);
    List<FuzzedRequest> all = new ArrayList<>();
    for (String name : SchemaValues.ODD_TEXTS) {
      all.add(form("an odd name", whole.replace("a.txt", name).getBytes(UTF_8), EITHER));
    }
    for (String text : List.of("", "--x", "--x--", "--y\r\n", whole.substring(0, whole.length() - 8),
        whole.replace("name=\"file\"", "name=\"other\""), whole.replace("; filename=\"a.txt\"", ""))) {
      all.add(form("no form with files", text.getBytes(UTF_8), REFUSED));
    }
    for (String type : List.of("application/json", "text/plain", "multipart/mixed; boundary=x", "garbage",
        "multipart/form-data")) {
      all.add(plain.with("a wrong type", "Content-Type: " + type, REFUSED));
    }
    return all;
  }

  private FuzzedRequest form(String what, byte[] form, FuzzedRequest.Outcome outcome) {
    return new FuzzedRequest(what, method, path, List.of("Content-Type: multipart/form-data; boundary=x"),
        form, outcome);
  }

  private FuzzedRequest request(String what, String query, JsonNode body, Outcome outcome) {
    return new FuzzedRequest(what, method, path + (query.isEmpty() ? "" : "?" + query),
        body == null ? List.of() : List.of("Content-Type: application/json"),
        body == null ? new byte[0] : JSON.writeValueAsString(body).getBytes(UTF_8), outcome);
  }

  private JsonNode plainBody() {
    return body().isMissingNode() ? null : values.plain(body());
  }

  private JsonNode body() {
    return operation.at("/requestBody/content").path("application/json").path("schema");
  }

  private List<JsonNode> parameters() {
    return operation.path("parameters").valueStream()
        .filter(parameter -> parameter.path("in").stringValue().equals("query")).toList();
  }

  private List<String> replyTypes() {
    return List.copyOf(operation.at("/responses/200/content").propertyNames());
  }

  /** Returns plain values of the parameters, of all that have an example or of those that must be there. */
  private String query(boolean all) {
    return parameters().stream().filter(parameter -> parameter.path("required").booleanValue()
        || all && (parameter.has("example") || parameter.path("schema").has("default")))
        .map(parameter -> parameter.path("name").stringValue() + "=" + plainValue(parameter))
        .collect(Collectors.joining("&"));
  }

  private String replaced(String name, String value) {
    String others = Stream.of(query(true).split("&")).filter(pair -> !pair.startsWith(name + "="))
        .collect(Collectors.joining("&"));
    return others + (others.isEmpty() ? "" : "&") + name + "=" + value;
  }

  private String plainValue(JsonNode parameter) {
    JsonNode value = parameter.has("example")
        ? parameter.path("example")
        : values.plain(parameter.path("schema"));
    return encoded(value.isArray() || value.isNull() ? "" : value.asString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
