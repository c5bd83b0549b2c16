package org.readingroom.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads mails: each message is a document, and what is attached to it others. */
final class MailParser {

  private static final MimeConfig LENIENT = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1)
      .setMaxHeaderCount(-1).setMaxContentLen(-1).setMalformedHeaderStartsBody(true).build();

  private MailParser() {}

  static Extract parse(Source source) throws IOException {
    try (InputStream in = open(source)) {
      MailReader reader = new MailReader(source);
      reader.read(message(in), "");
      return reader.extract();
    }
  }

  /** Opens a mail; one that was saved in another encoding of Unicode as if it had been in UTF-8. */
  private static InputStream open(Source source) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(source.file())) {
      head = in.readNBytes(3);
    }
    boolean mark = head.length == 3
        && ((head[0] & 0xff) >= 0xfe || (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb || head[1] == 0);
    return mark
        ? new ByteArrayInputStream(
            Charsets.decode(source.textBytes(), false).getBytes(StandardCharsets.UTF_8))
        : Files.newInputStream(source.file());
  }

  static Message message(byte[] bytes) throws IOException {
    return message(new ByteArrayInputStream(bytes));
  }

  private static Message message(InputStream in) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(LENIENT);
    return builder.parseMessage(in);
  }
}
