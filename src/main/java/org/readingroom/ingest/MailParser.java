package org.readingroom.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    try (InputStream in = Files.newInputStream(source.file())) {
      MailReader reader = new MailReader(source);
      reader.read(message(in), "");
      return reader.extract();
    }
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
