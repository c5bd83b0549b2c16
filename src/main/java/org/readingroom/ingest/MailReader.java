package org.readingroom.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message's parts: its words into one document, the messages and files in it into others. A web page that was
 * saved as a message is read as a page.
 */
final class MailReader {

  private static final String NO_WORDS = "text/(css|javascript|ecmascript|calendar|(x-)?vcard|directory|x-amp-html)";

  private static final int DEEPEST = 8;

  private final Source source;
  private final List<ParsedDocument> documents = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private String note = "";
  private long length;

  MailReader(Source source) {
    this.source = source;
  }

  Extract extract() {
    String lost = unread.isEmpty()
        ? ""
        : unread.size() == 1
            ? "The attachment " + unread.getFirst() + " could not be read."
            : unread.size() + " attachments could not be read, such as " + unread.getFirst() + ".";
    return new Extract(documents, 0, List.of(), lost.isEmpty() ? note : lost);
  }

  void read(Message message, String part) throws IOException {
    Entity page = part.isEmpty() && isPage(message) ? html(message) : null;
    if (page != null && page.getBody() instanceof SingleBody body) {
      page(bytes(body));
      return;
    }
    MailText text = new MailText(source.writer());
    List<Entity> others = new ArrayList<>();
    int at = documents.size();
    part(message, text, others);
    if (text.isEncrypted() && part.isEmpty()) {
      throw new ParsingException(FileStatus.ENCRYPTED,
          "The mail is encrypted for the key of who received it.");
    }
    if (text.hasTwoForms() && part.isEmpty()) {
      note = "The mail's plain text was read; its HTML has other words.";
    }
    ParsedDocument document = text.document(part, MailHeaders.read(message));
    add(at, document);
    int count = 0;
    for (Entity other : others) {
      count++;
      attachment(other, (part.isEmpty() ? "" : part + ".") + "a" + count);
    }
  }

  /** Tells pages that a browser, Word or Confluence saved from mails that somebody sent. */
  private boolean isPage(Message message) {
    Header header = message.getHeader();
    if (header == null || header.getField("To") != null) {
      return false;
    }
    Field from = header.getField("From");
    return Titles.ending(source.name()).matches("mht(ml)?")
        || header.getField("Snapshot-Content-Location") != null
        || type(message).equals("multipart/related")
            && (from == null || from.getBody().strip().startsWith("<Saved by"));
  }

  private void page(byte[] html) throws IOException {
    Path copy = Files.createTempFile("page", ".html");
    try {
      Files.write(copy, html);
      HtmlParser.parse(source.attached(copy, source.name())).documents().forEach(this::add);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void add(int at, ParsedDocument document) {
    length += document.text().length();
    if (length > source.textLimit()) {
      throw ParsingException.tooLarge();
    }
    documents.add(at, document);
  }

  private void part(Entity entity, MailText text, List<Entity> others) throws IOException {
    Body body = entity.getBody();
    String type = type(entity);
    if (type.equals("multipart/encrypted")
        || type.matches("application/(x-)?pkcs7-mime") && !isSigned(entity)) {
      text.encrypted();
    } else if (body instanceof Multipart parts && type.equals("multipart/alternative")) {
      alternative(parts, text, others);
    } else if (body instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        part(part, text, others);
      }
    } else if (body instanceof SingleBody single && !isAttached(entity) && type.startsWith("text/")) {
      if (entity instanceof Message || !type.matches(NO_WORDS)) {
        text.add(decoded(entity, single), type.equals("text/html"));
      }
    } else {
      others.add(entity);
    }
  }

  private static boolean isSigned(Entity entity) {
    return String.valueOf(entity.getHeader().getField("Content-Type")).contains("signed-data");
  }

  /** Reads the plain form of a message, or the other where the plain one says next to nothing. */
  private void alternative(Multipart parts, MailText text, List<Entity> others) throws IOException {
    String plain = null;
    String html = null;
    for (Entity part : parts.getBodyParts()) {
      if (part.getBody() instanceof SingleBody single && !isAttached(part) && type(part).equals("text/plain")
          && plain == null) {
        plain = decoded(part, single);
      } else if (part.getBody() instanceof SingleBody single && type(part).equals("text/html")) {
        html = decoded(part, single);
      } else if (part.getBody() instanceof Multipart && plain == null) {
        part(part, text, others);
      } else if (part.getBody() instanceof Multipart) {
        part(part, new MailText(source.writer()), others);
        Entity page = html(part);
        html = html == null && page != null && page.getBody() instanceof SingleBody single
            ? decoded(page, single)
            : html;
      } else if (!type(part).equals("text/calendar") && !type(part).startsWith("text/")) {
        others.add(part);
      }
    }
    text.alternatives(plain, html);
  }

  /** Returns the first HTML in a part, or null. */
  private static @Nullable Entity html(Entity entity) {
    if (entity.getBody() instanceof SingleBody && !isAttached(entity) && type(entity).equals("text/html")) {
      return entity;
    }
    Entity html = null;
    if (entity.getBody() instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        html = html == null ? html(part) : html;
      }
    }
    return html;
  }

  private static String type(Entity entity) {
    String type = entity.getMimeType();
    return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
  }

  private static boolean isAttached(Entity entity) {
    return "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null
        && !type(entity).matches("text/(plain|html)");
  }

  private static String decoded(Entity entity, SingleBody body) throws IOException {
    return Charsets.decode(bytes(body), Charsets.named(entity.getCharset()));
  }

  private static byte[] bytes(SingleBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toByteArray();
  }

  private void attachment(Entity entity, String part) throws IOException {
    if (source.depth() + part.chars().filter(c -> c == 'a').count() > DEEPEST) {
      return;
    }
    if (entity.getBody() instanceof Message message) {
      read(message, part);
    } else if (entity.getBody() instanceof SingleBody single) {
      file(bytes(single), MailHeaders.decoded(entity.getFilename()), type(entity), part);
    }
  }

  /** Reads an attached file as one beside the mail would be. */
  void file(byte[] bytes, @Nullable String name, String type, String part) throws IOException {
    if (bytes.length == 0 || type.startsWith("image/")
        || type.matches("application/(pgp-signature|(x-)?pkcs7-signature|ics)")) {
      return;
    }
    Path copy = Files.createTempFile("attachment", ".bin");
    try {
      Files.write(copy, bytes);
      ParsedFile parsed = Parsing.of(source.attached(copy, name == null ? "attachment" : name));
      for (ParsedDocument document : parsed.documents()) {
        String inner = document.part().isEmpty() ? part : part + "." + document.part();
        add(documents.size(), document.with(inner, document.title()));
      }
      if (parsed.status() != FileStatus.INDEXED && parsed.status() != FileStatus.EMPTY) {
        unread.add(name == null ? "without a name" : name);
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Adds the document of a mail that is read by other means. */
  void add(ParsedDocument document) {
    add(documents.size(), document);
  }

}
